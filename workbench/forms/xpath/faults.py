"""What can be wrong with an expression, said so that whoever wrote the form can mend it."""

from __future__ import annotations

from workbench.standards.errors import WorkbenchError


class XPathFault(WorkbenchError):
    """An expression that cannot be understood, with the place (the character, counted from 0)."""

    def __init__(self, reason: str, expression: str, position: int) -> None:
        super().__init__(f"表达式“{expression}”第 {position + 1} 个字符处：{reason}。")
        self.reason = reason
        self.expression = expression
        self.position = position


class EvaluationFault(WorkbenchError):
    """An expression that is well formed but cannot be evaluated with the values at hand."""

    def __init__(self, reason: str, expression: str = "") -> None:
        where = f"表达式“{expression}”无法计算：" if expression else ""
        super().__init__(f"{where}{reason}。")
        self.reason = reason
        self.expression = expression
