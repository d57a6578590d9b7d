"""The codes and names of the rules that compare a component's property with the rule sets. They never change.

``DD`` + two digits of the component + one digit of the property: ``DD201`` is the size of the motto.
"""

from __future__ import annotations

from enum import IntEnum


class Property(IntEnum):
    """What is compared; the value is the code's last digit."""

    WORDS = 0
    SIZE = 1
    BOLD = 2
    ITALIC = 3
    CAPITALS = 4
    ALIGN = 5
    LINE = 6
    INDENT = 7
    BEFORE = 8
    UNDERLINE = 9


#: how a property's rules are called; the component's name follows
PROPERTY_NAMES = {
    Property.WORDS: "tu-co-dinh",
    Property.SIZE: "co-chu",
    Property.BOLD: "chu-dam",
    Property.ITALIC: "chu-nghieng",
    Property.CAPITALS: "chu-hoa",
    Property.ALIGN: "can-le",
    Property.LINE: "gian-dong",
    Property.INDENT: "lui-dau-dong",
    Property.BEFORE: "cach-doan",
    Property.UNDERLINE: "gach-chan",
}

#: component → its digits, its name in the rules' names
COMPONENTS = {
    "page_number": (15, "so-trang"),
    "motto": (20, "quoc-hieu"),
    "slogan": (21, "tieu-ngu"),
    "party_title": (22, "tieu-de-dang"),
    "parent": (23, "co-quan-chu-quan"),
    "issuer": (24, "co-quan-ban-hanh"),
    "star": (25, "dau-sao"),
    "number": (26, "so-ky-hieu"),
    "place_date": (27, "dia-danh-ngay"),
    "draft_mark": (28, "du-thao"),
    "type_name": (30, "ten-loai"),
    "abstract": (31, "trich-yeu"),
    "abstract_dispatch": (32, "trich-yeu-cong-van"),
    "separator": (33, "nam-gach"),
    "authority": (34, "tham-quyen"),
    "decision_word": (35, "lenh-quyet-dinh"),
    "base": (40, "can-cu"),
    "body": (41, "noi-dung"),
    "part_label": (42, "phan-chuong"),
    "part_title": (43, "ten-phan-chuong"),
    "section": (44, "muc"),
    "article": (45, "dieu"),
    "clause": (46, "khoan"),
    "subclause": (47, "tieu-khoan"),
    "point": (48, "diem"),
    "list_item": (49, "gach-dau-dong"),
    "sign_authority": (50, "quyen-han-ky"),
    "sign_title": (51, "chuc-vu"),
    "sign_other_title": (52, "chuc-danh-khac"),
    "sign_concurrent": (53, "chu-kiem"),
    "sign_name": (54, "ho-ten-nguoi-ky"),
    "addressee_label": (60, "kinh-gui"),
    "addressee": (61, "noi-kinh-gui"),
    "recipients_label": (62, "tu-noi-nhan"),
    "recipient": (63, "noi-nhan"),
    "filing": (64, "dong-luu"),
    "drafter": (65, "nguoi-soan-thao"),
    "appendix_label": (70, "phu-luc"),
    "appendix_title": (71, "ten-phu-luc"),
    "appendix_reference": (72, "dong-kem-theo"),
    "urgency": (80, "muc-do-khan"),
    "circulation": (81, "pham-vi-luu-hanh"),
    "contact": (82, "dia-chi-co-quan"),
    "copy_form": (83, "hinh-thuc-sao"),
}

#: what has no entry of its own in the rule sets and is set like another component
LIKE = {"list_item": "body"}

#: a property that a rule of its own judges, in the rule sets that name that rule
LEFT_TO = {
    ("sign_title", Property.BOLD): "chuc-vu-khong-dam",
    ("sign_other_title", Property.BOLD): "chuc-vu-khong-dam",
    ("body", Property.BOLD): "doan-in-dam",
    ("list_item", Property.BOLD): "doan-in-dam",
    ("body", Property.ITALIC): "doan-in-nghieng",
    ("list_item", Property.ITALIC): "doan-in-nghieng",
    ("motto", Property.LINE): "khoang-cach-quoc-hieu",
    ("slogan", Property.LINE): "khoang-cach-quoc-hieu",
    ("slogan", Property.CAPITALS): "tieu-ngu",
    ("motto", Property.CAPITALS): "quoc-hieu",
    ("party_title", Property.CAPITALS): "tieu-de-dang",
    ("recipients_label", Property.CAPITALS): "chu-noi-nhan",
    ("addressee_label", Property.CAPITALS): "chu-kinh-gui",
    ("appendix_label", Property.CAPITALS): "nhan-phu-luc",
}


def code_of(component: str, kind: Property) -> str:
    """``DD201`` for the size of the motto."""
    return f"DD{COMPONENTS[component][0]}{kind.value}"


def name_of(component: str, kind: Property) -> str:
    """``co-chu-quoc-hieu`` for the size of the motto."""
    return f"{PROPERTY_NAMES[kind]}-{COMPONENTS[component][1]}"
