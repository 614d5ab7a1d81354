"""Invented names: common surnames and given names, with the rare ones that break lesser software."""

from __future__ import annotations

from random import Random

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_TRICKY_SURNAMES = ("单", "仇", "解", "查", "区", "盖", "缪", "欧阳", "司徒", "上官", "诸葛", "尉迟")
_MALE = "伟强磊洋勇军杰涛超明刚平辉鹏斌浩宇轩博文建国志东海峰林波飞龙健宁晨阳旭俊凯鑫睿泽然"
_FEMALE = "芳娜敏静丽娟艳霞秀英玲燕红桂兰梅琳雪慧婷怡欣颖莉萍倩云洁琪瑶佳梦雨晴涵悦诗妍"
_RARE = "喆堃㛃䶮钰玥翀赟昇淼"
_OLD_MALE = "国建志德福根水金宝兴荣生发祥永长树明海"
_OLD_FEMALE = "秀桂玉凤兰英珍菊梅花香妹娣银彩云月仙宝阿"

_TRICKY_SHARE = 0.04
_RARE_SHARE = 0.03
_BORN_OLD = 1960


def surname(dice: Random) -> str:
    """Return a surname; a few have a reading of their own or two characters."""
    if dice.random() < _TRICKY_SHARE:
        return dice.choice(_TRICKY_SURNAMES)
    rank = min(int(dice.expovariate(0.045)), len(_SURNAMES) - 1)
    return _SURNAMES[rank]


def given_name(dice: Random, *, male: bool, born: int) -> str:
    """Return a given name of the generation; now and then with a character few fonts have."""
    letters = (_OLD_MALE if male else _OLD_FEMALE) if born < _BORN_OLD else (_MALE if male else _FEMALE)
    length = 1 if dice.random() < 0.25 else 2
    name = "".join(dice.choice(letters) for _ in range(length))
    if dice.random() < _RARE_SHARE:
        return name[:-1] + dice.choice(_RARE)
    return name
