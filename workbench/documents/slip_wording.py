"""The words of the official slips, ours throughout; the rules they tell of are named beside them."""

from __future__ import annotations

ACCEPTANCE = "受理通知书"
DEFERRED_ACCEPTANCE = "容缺受理通知书"
PROMISE = "容缺受理承诺书"
SUPPLEMENT = "一次性告知书"
REFUSAL = "不予受理通知书"
RECEIPT = "收件回执"
DELIVERY = "办结送达单"

ACCEPTANCE_OPENING = "您申请办理的“{item}”属于本窗口受理范围，申请材料齐全、符合要求，现予受理，告知如下。"
DEFERRED_OPENING = (
    "您申请办理的“{item}”，主要材料齐全且符合要求，次要材料暂缺。根据您的书面承诺，现予容缺受理。"
    "请在所列期限前按所列形式补交标有“容缺后补”的材料。"
)
PROMISE_OPENING = "本人申请办理“{item}”，主要材料已经提交，下列材料暂缺，自愿申请容缺受理并承诺如下。"
SUPPLEMENT_OPENING = (
    "您申请办理的“{item}”，经核对，申请材料不齐全或不符合要求。现将需要补正的全部内容一次告知如下，"
    "请于{due}（含当日）前补正。"
)
REFUSAL_OPENING = "您申请办理的“{item}”，经审查，决定不予受理。理由、办理建议和您的权利告知如下。"
RECEIPT_OPENING = "您为办理“{item}”提交的下列材料已经收到。"
DELIVERY_OPENING = "您申请办理的“{item}”已经办结，现将办理结果及有关文书送达给您，请核对后签收。"

TWO_COPIES = "一式两份，申请人与受理单位各执一份"
PROVISIONAL = "（暂定）"
PROVISIONAL_NOTE = "承诺日期所在年度的放假安排尚未公布，该日期为暂定；公布后如有变化，我们会告知您。"
BASIS = "办理依据："

# Administrative Licensing Law (行政许可法), articles 42, 44, 45 and 82
PERIOD = (
    "办理期限从受理的次日起按工作日计算，不含法定节假日。依法需要听证、检验、检测、鉴定、专家评审的，"
    "所需时间不计入期限，并书面告知您。"
)
LICENSING_DELIVERY = "准予许可的，自作出决定之日起十个工作日内向您颁发、送达证件。"
PROGRESS = "查询进度：报办件编号，或出示右上角的二维码由窗口扫描，不必重复说明情况。"

# Administrative Licensing Law, article 32: everything at once, on the spot or within five days
SUPPLEMENT_ALL = "本告知书已列出需要补正的全部内容。按此补正后，我们不再就现有材料提出其他补正要求。"
SUPPLEMENT_ACCEPTS = "等待补正的时间不计入办理期限；收到全部补正材料之日即为受理之日。"
SUPPLEMENT_RESUMES = "等待补正的时间不计入办理期限；收到全部补正材料之日起，办理期限继续计算。"
SUPPLEMENT_LATE = "到期未补齐的，我们会先与您联系。您可以申请延长、撤回，或备齐后重新提出，不影响您的权利。"
SUPPLEMENT_WAYS = "补正材料可由本人或代办人交到窗口；来之前可先电话核对，争取只跑一次。"
LICENSING_SUPPLEMENT = "依据《中华人民共和国行政许可法》第三十二条，需要补正的内容应当场或在五日内一次告知。"
LICENSING_ACCEPTANCE = (
    "依据《中华人民共和国行政许可法》第三十二条，受理或者不受理均出具加盖专用印章、注明日期的书面凭证。"
)

# Administrative Review Law (行政复议法, 2023), article 20;
# Administrative Litigation Law (行政诉讼法, 2017), article 46
REVIEW = "对本决定不服的，可自收到之日起六十日内，依法向{body}申请行政复议。"
LAWSUIT = "也可自收到之日起六个月内，依法向{court}提起行政诉讼。"
REVIEW_BODY = "有管辖权的行政复议机关"
COURT = "有管辖权的人民法院"
ASK_AGAIN = "情况变化或材料齐备后，您可以再次提出申请。有疑问请向经办人询问，我们应当说明理由。"

RECEIPT_MEANING = "本回执证明材料已经收到，尚不表示受理。"
RECEIPT_NEXT = "我们将在五个工作日内作出受理、一次告知补正或不予受理的答复。"
LICENSING_RECEIPT = "五个工作日内没有告知需要补正的，自收到申请材料之日起即为受理（行政许可法第三十二条）。"
RECEIPT_KEEP = "请妥善保存本回执，查询、补正、领取结果时出示即可。"

DELIVERY_CHECK = "请当面核对结果文书上的姓名、证件号码和日期；发现差错，我们当场更正或限时更正。"
DELIVERY_RATING = (
    "请对本次服务作出评价（非常满意、满意、基本满意、不满意、非常不满意）；是否评价由您决定，评价信息受保护。"
)

PROMISE_HAND_IN = "在所列期限前，按所列形式补交全部暂缺材料。"
PROMISE_TRUE = "已提交的材料真实、合法、有效，暂缺材料确实存在或可以取得。"
PROMISE_CONSEQUENCE = "到期未补交或补交的材料不符合要求的，同意终止容缺办理，由此产生的后果由本人承担。"
PROMISE_RECORD = "知悉未履行承诺的情况会被记录，今后申请办事可能不再适用容缺受理。"
PROMISE_TOLD = "经办人已逐项说明暂缺的材料、补交的形式和期限以及不补交的后果，本人已经清楚。"
DEFERRED_CONSEQUENCE = "到期未补交的，终止容缺办理并记录未履行承诺的情况；您可以备齐材料后重新申请。"
DEFERRED_DECISION = "补齐材料并核对无误后，按承诺日期办结。"
