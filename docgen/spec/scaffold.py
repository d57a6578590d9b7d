"""A new spec to fill in: it loads as it stands, as a draft, and its comments say what belongs where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.config.keys import key_table, suggest
from docgen.problems import DocgenError, Problem, msg
from docgen.spec.choosing import PARTY
from docgen.standards import DocumentType, edition_for, load_standard, standard_names

SCHEMA_FILE = "docgen.schema.json"
#: types that are written as purpose, tasks and duties
_PLANS = frozenset({"ke-hoach", "chuong-trinh", "de-an", "phuong-an", "du-an"})


def new_spec(type_slug: str, standard: str, keys: str = "en", schema: str = SCHEMA_FILE) -> str:
    """The text of a new spec of a type (slug or Vietnamese name) under a rule set (``party``: its newest edition).

    ``keys``: ``en`` or ``vi``, the language of the keys; comments are Vietnamese. ``schema``: the path of the JSON Schema from
    the folder of the spec. Raises ``DocgenError`` for a rule set or type that is not there or not laid out yet.
    """
    names = (*standard_names(), PARTY)
    if standard not in names:
        what = msg('There is no rule set "{name}".', name=standard)
        raise DocgenError(Problem("spec-unknown-standard", what, msg("Use one of: {names}.", names=", ".join(names))))
    rules = load_standard(edition_for(PARTY, None) if standard == PARTY else standard)
    slug, kind = _find_type(type_slug, rules.types)
    where = "" if schema == SCHEMA_FILE else " ở thư mục gốc của dự án"
    making = f"tạo tệp này{where} bằng lệnh `docgen schema -o {SCHEMA_FILE}`."
    hint = f"# Trình soạn thảo gợi ý từ khóa nhờ tệp {SCHEMA_FILE}: {making}"
    lines = [f"# yaml-language-server: $schema={schema}", f"# {kind.name}, {rules.title}.", hint, *_HINTS, ""]
    lines += _Writer(keys == "vi").document(slug, kind, standard, rules.regime == "state")
    return "\n".join(lines) + "\n"


_HINTS = (
    "# Sửa lời bên phải dấu hai chấm. Không gõ số mục, dấu gạch đầu dòng, dấu kết thúc ./. và các chữ TM., KT.: docgen tự viết.",
    '# Lời có dấu hai chấm ở giữa, hoặc bắt đầu bằng một dấu lạ, phải đặt trong ngoặc kép: "Thời gian: 01 buổi".',
)


def _find_type(typed: str, known: Mapping[str, DocumentType]) -> tuple[str, DocumentType]:
    ready = {slug: kind for slug, kind in known.items() if kind.layout == "now"}
    found = next((slug for slug, kind in known.items() if typed in (slug, kind.name, kind.name.lower())), None)
    if found is not None and found in ready:
        return found, ready[found]
    if found is not None:
        what = msg("{type} is not laid out yet.", type=known[found].name)
        raise DocgenError(Problem("spec-not-yet", what, msg("Types that work: {types}.", types=", ".join(ready))))
    near = suggest(typed, list(ready))
    what = msg('There is no type "{type}".', type=typed)
    remedy = msg("Types that work: {types}.", types=", ".join(ready))
    raise DocgenError(Problem("spec-unknown-type", what, remedy if near is None else msg("Did you mean {near}?", near=near)))


class _Writer:
    def __init__(self, vietnamese: bool) -> None:
        self._vietnamese = vietnamese

    def document(self, slug: str, kind: DocumentType, standard: str, state: bool) -> Iterator[str]:
        """The lines of the spec: every key that the type needs, with its comment."""
        yield from self._key("standard", standard)
        yield from self._key("type", slug)
        yield from self._key("issuer")
        yield f"  {self._name('issuer', 'parent')}: {'TÊN CƠ QUAN CHỦ QUẢN' if state else 'TÊN CƠ QUAN CẤP TRÊN'}"
        yield f"  {self._name('issuer', 'name')}: TÊN CƠ QUAN BAN HÀNH"
        yield f"  {self._name('issuer', 'code')}: KÝHIỆU"
        yield from self._key("number", "")
        if kind.dispatch and state:
            yield from self._key("unit", "ĐVST")
        yield from self._key("place", "Địa Danh")
        yield from self._key("date", "")
        yield from self._key("draft", self._word("true"))
        yield from self._key("title", "trích yếu nội dung văn bản")
        if kind.decision_word is not None:
            yield from self._key("authority", "CHỨC VỤ HOẶC TẬP THỂ BAN HÀNH")
        if not kind.dispatch:
            yield from self._list("bases", "Tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu của văn bản làm căn cứ")
        if kind.decision_word is not None:
            yield from self._key("proposal", "Người đứng đầu đơn vị trình")
        if kind.addressees == "required":
            yield from self._list("addressees", "Nơi kính gửi thứ nhất", "Nơi kính gửi thứ hai")
        if kind.decision_word is None:
            yield from self._key("opening", "Đoạn mở đầu nêu lý do ban hành văn bản, như sau")
        yield from self._body(slug, kind)
        yield from self._list("distribution", "Nơi nhận thứ nhất", "Nơi nhận thứ hai")
        yield from self._key("filing", "VT, ĐVST" if state else "Văn phòng")
        yield from self._key("signature")
        yield f"  {self._name('signature', 'deputy_for')}: CHỨC VỤ NGƯỜI ĐỨNG ĐẦU"
        yield f"  {self._name('signature', 'title')}: CHỨC VỤ NGƯỜI KÝ"
        yield f"  {self._name('signature', 'name')}: Họ và tên"

    def _body(self, slug: str, kind: DocumentType) -> Iterator[str]:
        if kind.decision_word is not None and kind.articles:
            yield from self._key("articles")
            yield f"  - {self._name('article', 'text')}: Nội dung điều thứ nhất."
            yield f"  - {self._name('article', 'text')}: Cơ quan, đơn vị, cá nhân chịu trách nhiệm thi hành."
            return
        if slug in _PLANS:
            yield from self._list("purpose", "Mục đích thứ nhất.", "Mục đích thứ hai.")
            yield from self._list("requirements", "Yêu cầu thứ nhất.", "Yêu cầu thứ hai.")
        yield from self._key("sections")
        yield f"  - {self._name('block', 'title')}: Tiêu đề mục thứ nhất"
        yield f"    {self._name('block', 'text')}: Một đoạn văn."
        yield f"  - {self._name('block', 'title')}: Tiêu đề mục thứ hai"
        yield f"    {self._name('block', 'list')}:"
        yield "      - Ý thứ nhất."
        yield "      - Ý thứ hai."
        if slug in _PLANS:
            yield from self._key("tasks")
            yield f"  - {self._name('task', 'text')}: Nội dung nhiệm vụ."
            yield f"    {self._name('task', 'lead')}: Cơ quan chủ trì"
            yield f"    {self._name('task', 'support')}: Cơ quan phối hợp"
            yield f"    {self._name('task', 'due')}: Quý IV"
            yield from self._key("implementation")
            yield f"  - {self._name('duty', 'agency')}: Tên cơ quan"
            yield f"    {self._name('duty', 'duties')}: việc cơ quan phải làm."

    def _key(self, key: str, value: str | None = None) -> Iterator[str]:
        """A key of the top level below its comment; ``None``: its value follows on the next lines."""
        yield f"# {key_table()['document'][key].help}"
        yield f"{self._name('document', key)}:{f' {value}' if value else ''}"

    def _list(self, key: str, *values: str) -> Iterator[str]:
        yield from self._key(key)
        for value in values:
            yield f"  - {value}"

    def _name(self, kind: str, key: str) -> str:
        entry = key_table()[kind][key]
        return entry.vietnamese if self._vietnamese else entry.name

    def _word(self, word: str) -> str:
        return key_table()["words"][word].vietnamese if self._vietnamese else word
