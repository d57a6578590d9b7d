"""The rules: ``form`` over a Layout, ``wording`` over what the components say. A rule only looks; the engine walks."""
