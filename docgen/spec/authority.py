"""Which ways to sign, and which words before a name, a rule set forbids."""

from __future__ import annotations

from docgen.config.common import Signature
from docgen.problems import Message, msg
from docgen.spec.context import Context


def check_authority(context: Context, signature: Signature, ranked: bool) -> None:
    """Report what the rule set does not let stand in ``signature``. ``ranked``: the agency's field writes ranks before names."""
    standard, forms = context.standard, context.standard.signature

    def refuse(key: str, what: Message, remedy: Message, code: str = "spec-key-not-for") -> None:
        context.report.error(code, signature.key_spot(key), what, remedy)

    if signature.authorised_by is not None and forms.authorised_by is None:
        what = msg("{standard} knows no signing by authorisation.", standard=standard.name)
        refuse("authorised_by", what, msg("Use another key of authority."))
    heads_sign, clause = forms.in_charge_signs_for_head.use, forms.in_charge_signs_for_head.clause
    if signature.in_charge and signature.has("deputy_for") and not heads_sign:
        what = msg("A deputy put in charge signs directly, not for the head ({clause}).", clause=clause)
        refuse("deputy_for", what, msg("Delete {key}.", key=signature.typed("deputy_for")))
    elif signature.has("deputy_for") and signature.has("on_behalf_of") and standard.regime == "party":
        what = msg("A collective is signed for on its behalf, never for its head ({clause}).", clause=forms.deputy_for.clause)
        remedy = msg("Delete {key}; the deputy's own office stands in `title`.", key=signature.typed("deputy_for"))
        refuse("deputy_for", what, remedy)
    if signature.in_charge and not signature.has("deputy_for") and heads_sign:
        what = msg("A deputy put in charge signs for the head ({clause}); the head's office is missing.", clause=clause)
        refuse("in_charge", what, msg("Add `deputy_for: …`, the office of the head."), "spec-missing-key")
    if signature.rank is not None and standard.regime == "party":
        what = msg("No rank or degree stands before a name ({clause}).", clause=forms.ranked_name.clause)
        refuse("rank", what, msg("Delete {key}.", key=signature.typed("rank")))
    elif signature.rank is not None and not ranked:
        what = msg(
            "A rank or degree stands before a name only in the armed forces, education, health and science ({clause}).",
            clause=forms.ranked_name.clause,
        )
        remedy = msg(
            "Delete {key}, or give the agency its `sector` in agency.yaml and its short name as `issuer`.",
            key=signature.typed("rank"),
        )
        refuse("rank", what, remedy)
