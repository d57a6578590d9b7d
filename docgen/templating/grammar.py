"""Which tags a template may use, checked one by one before Jinja sees the whole: each complaint names its paragraph.

Every expression is followed to what it stands for (``language``), so an unknown part of a known name, a list that is printed
instead of looped over, and paragraphs printed inside a line are found when the template is read, not when it is used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from docgen.problems import Message, Problem, msg
from docgen.templating.language import (
    CALLS,
    CARRIERS,
    CONTEXT_NAMES,
    DEPTH,
    EMPHASIS,
    FILTERS,
    LIST_FILTERS,
    LOOP,
    NESTING,
    PICKING_FILTERS,
    PLAIN,
    PLAIN_VALUES,
    REQUIRED,
    TESTS,
    Value,
)
from docgen.templating.tags import Tag

LANGUAGE_REMEDY = msg(
    "see the list of names and tags in the documentation of templates, or start from a copy of the shipped template"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A picture, subdocument or emphasised text that a tag asks for; ``file`` is empty for the last, ``width`` in mm."""

    kind: str
    file: str
    width: float | None
    tag: Tag


@dataclass(slots=True)
class Checked:
    """``problems`` of the tags, the paths of the lists that are ``printed``, and the ``calls``."""

    problems: list[Problem] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    calls: list[Call] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A ``for`` or ``if`` that waits for its end."""

    keyword: str
    tag: Tag
    names: dict[str, Value]
    in_else: bool = False


class _Wrong(Exception):
    """What is wrong with one tag."""

    def __init__(self, code: str, what: Message, remedy: Message = LANGUAGE_REMEDY) -> None:
        super().__init__(code)
        self.code, self.what, self.remedy = code, what, remedy


def check_tags(tags: Sequence[Tag], template: str, main: bool) -> Checked:
    """Check the tags of one story in their order; ``main`` says that it is the text itself, no header or footer."""
    checked = Checked()
    stack: list[_Open] = []
    for tag in tags:
        try:
            _check(tag, stack, checked, main)
        except _Wrong as wrong:
            what = msg("{where} {what}", where=tag.paragraph.named(), what=wrong.what)
            checked.problems.append(Problem(wrong.code, what, wrong.remedy, tag.paragraph.place(template)))
    for waiting in stack:
        what = msg("{where} opens {keyword}, which nothing ends", where=waiting.tag.paragraph.named(), keyword=waiting.keyword)
        remedy = msg("add {example} where it ends", example=f"{{% end{waiting.keyword} %}}")
        checked.problems.append(Problem("template-syntax", what, remedy, waiting.tag.paragraph.place(template)))
    return checked


def missing_lists(printed: set[str]) -> list[str]:
    """The lists that a template has to print and does not, by path."""
    return [path for path in REQUIRED if path not in printed]


def _check(tag: Tag, stack: list[_Open], checked: Checked, main: bool) -> None:
    if tag.form == "#":
        return
    names: dict[str, Value] = {**PLAIN_VALUES}
    carries = main and not tag.boxed
    if carries:
        names.update(CARRIERS)
    for opened in stack:
        if not opened.in_else:
            names.update(opened.names)
    if tag.form == "%":
        _check_block(tag, stack, _Reader(names, carries))
    else:
        _check_print(tag, checked, _Reader(names, carries))


def _check_block(tag: Tag, stack: list[_Open], reader: _Reader) -> None:
    keyword, _, rest = tag.inside.partition(" ")
    if keyword in ("for", "if"):
        names: dict[str, Value] = {}
        # what is wrong with its condition must not make its end wrong as well
        stack.append(_Open(keyword, tag, names))
        if len(stack) == NESTING + 1:
            raise _Wrong("template-construct", msg("is the {count}th construct inside another", count=len(stack)))
        node = _parse(f"{{% {tag.inside} %}}{{% end{keyword} %}}")
        if isinstance(node, nodes.For):
            names.update(_loop_names(node, reader))
        elif isinstance(node, nodes.If):
            reader.read(node.test)
    elif keyword in ("else", "elif"):
        opened = stack[-1] if stack else None
        if opened is None or (keyword == "elif" and opened.keyword != "if") or (keyword == "else" and rest):
            raise _Wrong("template-syntax", msg("has {keyword} where no if is open", keyword=keyword))
        _check_level(tag, opened)
        opened.in_else = True
        if keyword == "elif":
            node = _parse(f"{{% if {rest} %}}{{% endif %}}")
            assert isinstance(node, nodes.If)
            reader.read(node.test)
    elif keyword in ("endfor", "endif"):
        wanted = keyword.removeprefix("end")
        if not stack or stack[-1].keyword != wanted or rest:
            raise _Wrong("template-syntax", msg("ends {keyword}, which is not what is open there", keyword=wanted))
        _check_level(tag, stack.pop())
    else:
        raise _Wrong("template-construct", msg("uses {construct}, which templates may not", construct=keyword or "{% %}"))


def _check_level(tag: Tag, opened: _Open) -> None:
    if tag.level != opened.tag.level:
        what = msg(
            "continues {keyword} of {other} from another place", keyword=opened.keyword, other=opened.tag.paragraph.named()
        )
        remedy = msg(
            "put both into the text, or both into the same cell or row of a table, with the same letter ({letters}) in front",
            letters="p, tr",
        )
        raise _Wrong("template-tag-place", what, remedy)


def _check_print(tag: Tag, checked: Checked, reader: _Reader) -> None:
    node = _parse(f"{{{{ {tag.inside} }}}}")
    if isinstance(node, nodes.Output):
        node = node.nodes[0]
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in CALLS:
        call = _read_call(node, node.node.name, tag, reader)
        if tag.scope != CALLS[call.kind]:
            raise _Wrong(
                "template-tag-place", msg("prints {name}() in the wrong form of tag", name=call.kind), _call_remedy(call.kind)
            )
        checked.calls.append(call)
        return
    value = reader.read(node)
    if value.block:
        checked.printed.add(value.path)
        if tag.scope != "p":
            what = msg("prints whole paragraphs inside a line")
            raise _Wrong(
                "template-tag-place", what, msg("write {example}, alone in its paragraph", example=f"{{{{p {tag.inside} }}}}")
            )
    elif not value.is_plain:
        what = msg("prints {name}, which is no single text", name=value.path)
        known = ", ".join(sorted(value.fields)) if value.fields else ""
        remedy = (
            msg("it has: {known}", known=known)
            if known
            else msg("loop over it: {example}", example="{%p for item in list %}, {{p item }}, {%p endfor %}")
        )
        raise _Wrong("template-tag-place", what, remedy)
    elif tag.scope:
        what = msg("prints a text in place of a whole paragraph, row or cell")
        raise _Wrong("template-tag-place", what, msg("write {example}", example=f"{{{{ {tag.inside} }}}}"))


def _call_remedy(kind: str) -> Message:
    return {
        "image": msg("write {example}, the width in mm", example='{{ image("file.png", 30) }}'),
        "subdocument": msg("write {example}, alone in a paragraph of the text", example='{{p subdocument("file.docx") }}'),
        "rich": msg("write {example}, with bold, italic or underline", example="{{r rich(title, bold=true) }}"),
    }[kind]


def _read_call(node: nodes.Call, kind: str, tag: Tag, reader: _Reader) -> Call:
    wrong = _Wrong("template-call", msg("calls {name}() in a way it cannot be", name=kind), _call_remedy(kind))
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise wrong
    named = {pair.key: pair.value for pair in node.kwargs}
    if kind == "rich":
        if len(node.args) != 1 or not set(named) <= set(EMPHASIS) or not all(isinstance(v, nodes.Const) for v in named.values()):
            raise wrong
        if not reader.read(node.args[0]).is_plain:
            raise wrong
        return Call(kind, "", None, tag)
    given = dict(zip(("file", "width_mm"), node.args, strict=False)) | named
    values = {key: value.value for key, value in given.items() if isinstance(value, nodes.Const)}
    allowed = {"file", "width_mm"} if kind == "image" else {"file"}
    file, width = values.get("file"), values.get("width_mm")
    if len(node.args) + len(named) != len(values) or not set(values) <= allowed or not isinstance(file, str):
        raise wrong
    if kind == "subdocument" and not reader.carries:
        raise wrong
    if width is None:
        return Call(kind, file, None, tag)
    if isinstance(width, bool) or not isinstance(width, int | float) or not 1 <= width <= 300:
        raise wrong
    return Call(kind, file, float(width), tag)


def _parse(source: str) -> nodes.Node:
    try:
        return _PLAIN_JINJA.parse(source).body[0]
    except TemplateSyntaxError as error:
        raise _Wrong("template-syntax", msg("has a tag that cannot be read: {reason}", reason=error.message or "")) from None
    except (RecursionError, IndexError, OverflowError, ValueError):
        raise _Wrong("template-syntax", msg("has a tag that cannot be read")) from None


_PLAIN_JINJA = Environment(autoescape=True)


def _loop_names(loop: nodes.For, reader: _Reader) -> dict[str, Value]:
    if not isinstance(loop.target, nodes.Name) or loop.recursive:
        raise _Wrong("template-construct", msg("uses a loop of another form than “for name in list”"))
    name = loop.target.name
    if name in CONTEXT_NAMES or name in CALLS or name == "loop" or name.startswith("_"):
        raise _Wrong("template-name", msg("gives the name {name} to what it loops over, which means something else", name=name))
    listed = reader.read(loop.iter)
    if listed.item is None:
        raise _Wrong("template-construct", msg("loops over what is no list"))
    names = {name: listed.item, "loop": LOOP}
    if loop.test is not None:
        _Reader({**reader.names, **names}, reader.carries).read(loop.test)
    return names


@dataclass(slots=True)
class _Reader:
    """Follows expressions to their values; ``names`` are in scope, ``carries`` says that the document's words may be printed."""

    names: Mapping[str, Value]
    carries: bool

    def read(self, node: nodes.Node, depth: int = 0) -> Value:
        """What an expression stands for. Raises ``_Wrong`` for what templates may not say."""
        if depth > DEPTH:
            raise _Wrong("template-construct", msg("uses an expression nested too deeply"))
        if isinstance(node, nodes.Name):
            return self._name(node.name)
        if isinstance(node, nodes.Const):
            return PLAIN
        if isinstance(node, nodes.TemplateData):
            raise _Wrong("template-syntax", msg("has a tag without a name"))
        if isinstance(node, nodes.Getattr):
            return self._part(self.read(node.node, depth + 1), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._item(self.read(node.node, depth + 1), node.arg)
        if isinstance(node, nodes.Filter):
            return self._filter(node, depth)
        if isinstance(node, nodes.CondExpr):
            chosen = [self.read(n, depth + 1) for n in (node.expr1, node.expr2) if n is not None]
            self.read(node.test, depth + 1)
            if node.expr2 is None or not all(value.is_plain for value in chosen):
                raise _Wrong(
                    "template-construct",
                    msg("chooses with if and else inside a tag"),
                    msg("write {example}", example="{%p if name %} … {%p endif %}"),
                )
            return PLAIN
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            raise _Wrong("template-construct", msg("uses {construct}, which templates may not", construct=f"is {node.name}"))
        if isinstance(node, nodes.Compare | nodes.Operand | nodes.And | nodes.Or | nodes.Not | nodes.Test):
            for child in node.iter_child_nodes():
                self.read(child, depth + 1)
            return PLAIN
        called = (
            node.node.name if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) else type(node).__name__.lower()
        )
        raise _Wrong("template-construct", msg("uses {construct}, which templates may not", construct=called))

    def _name(self, name: str) -> Value:
        if name in self.names:
            return self.names[name]
        if name in CARRIERS:
            what = msg("prints {name}, which only the text itself can hold", name=name)
            raise _Wrong("template-tag-place", what, msg("move the tag out of the header, footer or text box"))
        raise _unknown(name, name, sorted(self.names))

    def _part(self, value: Value, name: str) -> Value:
        if name in value.fields:
            return value.fields[name]
        if not value.fields:
            raise _Wrong("template-name", msg("asks for the part {name} of something that has no parts", name=name))
        raise _unknown(f"{value.path}.{name}", name, sorted(value.fields))

    def _item(self, value: Value, key: nodes.Node) -> Value:
        if isinstance(key, nodes.Const) and isinstance(key.value, str):
            return self._part(value, key.value)
        if value.item is None or not isinstance(key, nodes.Const) or not isinstance(key.value, int):
            raise _Wrong("template-construct", msg("picks out of something that is no list"))
        # one of many printed is not the list printed
        return Value("", value.item.fields, value.item.item, value.item.block)

    def _filter(self, node: nodes.Filter, depth: int) -> Value:
        if node.name not in FILTERS or node.node is None:
            raise _Wrong("template-construct", msg("uses {construct}, which templates may not", construct=f"| {node.name}"))
        value = self.read(node.node, depth + 1)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.read(argument, depth + 1)
        if node.name in PICKING_FILTERS and value.item is not None:
            return Value("", value.item.fields, value.item.item, value.item.block)
        if not value.is_plain and not (node.name in LIST_FILTERS and value.item is not None):
            raise _Wrong("template-construct", msg("changes {name} with | {filter}", name=value.path or "it", filter=node.name))
        return PLAIN


def _unknown(shown: str, name: str, known: list[str]) -> _Wrong:
    close = get_close_matches(name, known, 1)
    remedy = msg("known names: {names}", names=", ".join(known))
    if close:
        remedy = msg("did you mean {name}? Known names: {names}", name=close[0], names=", ".join(known))
    return _Wrong("template-name", msg("uses {name}, which is unknown", name=shown), remedy)
