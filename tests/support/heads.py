"""How the specs of many tests begin: what they are about stands behind it."""

from __future__ import annotations

#: a plan of a department, neither numbered nor dated to the day
DRAFT_PLAN = """\
standard: nd30
type: ke-hoach
issuer:
  parent: UBND TỈNH AN BÌNH
  name: SỞ TÀI CHÍNH
  code: STC
place: An Bình
date: 2026-03
title: Kiểm tra tài sản công năm 2026
"""
#: the same with its day, of a department without anybody above it
DATED_PLAN = """\
standard: nd30
type: ke-hoach
issuer:
  name: SỞ TÀI CHÍNH
  code: STC
place: An Bình
date: 2026-03-05
title: Kiểm tra tài sản công năm 2026
"""
#: a notice of a commune with number and date; its title follows
NOTICE = """\
standard: nd30
type: thong-bao
issuer:
  name: ỦY BAN NHÂN DÂN XÃ TÂN AN
  code: UBND
place: Tân An
date: 2026-03-05
number: 5
"""
