"""Files that hold all drafts are the same whether the drafts are at hand or only what each adds."""

import json

from hypothesis import given
from hypothesis import strategies as st

from checker.rendering.pieces import dumped, listed

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_a_value_is_written_as_the_standard_library_does(value):
    assert dumped(value) == json.dumps(value, ensure_ascii=False, indent=1)


@given(st.lists(VALUES, max_size=4))
def test_a_list_is_written_as_the_standard_library_does(values):
    whole = json.dumps({"a": {"b": values}}, ensure_ascii=False, indent=1)

    assert '{\n "a": {\n  "b": ' + "".join(listed(map(dumped, values), 2)) + "\n }\n}" == whole
