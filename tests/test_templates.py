"""Templates are laid out in lines, and people read the same words at the same places."""

from textwrap import dedent

import pytest
from django.template import Context, Engine
from scripts.house.sources import PRODUCT, templates
from scripts.templates.__main__ import formatted
from scripts.templates.freedom import Freedom, Sheets, sheets
from scripts.templates.reading import Unclear, parts, tree
from scripts.templates.writing import WIDTH, lay_out

SHEETS = Sheets(boxes=frozenset({"acts", "list > li"}), speaking=frozenset({"say"}))
LONG = "Words that go on and on, so that they fill more than a line, and then some more of them, until there are enough of them."


def written(source: str) -> str:
    """What becomes of a template, by sheets that are small enough to be read here."""
    top = tree(parts(source))
    Freedom(SHEETS, lambda _name: ({"inline"}, {"inline"})).mark(top)
    return lay_out(top)


def seen(source: str, **context: object) -> str:
    return (
        Engine(libraries={"i18n": "django.templatetags.i18n"})
        .from_string("{% load i18n %}" + source)
        .render(Context(context))
    )


def test_blocks_have_lines_of_their_own():
    source = '<section><h2 id="a">One</h2><p>Two</p></section>'
    assert written(source) == dedent("""\
        <section>
          <h2 id="a">One</h2>
          <p>Two</p>
        </section>
        """)


@pytest.mark.parametrize(
    "glued",
    [
        "<p>" + "long " * 20 + "<b>one</b><i>two</i></p>",
        "<p>" + "long " * 20 + "{{ name }}, and so on</p>",
        "<p>{% if a %}" + "long " * 22 + "{% endif %}<b>x</b></p>",
        "<div><b>x</b>{% for one in all %}<i>" + "y" * 100 + "</i>{% endfor %}</div>",
        '<p class="say">' + "long " * 30 + "</p>",
        '<div class="acts"><a class="btn">' + "long " * 24 + '</a><span class="hide">x</span></div>',
        "<p>" + "long " * 20 + "<textarea>\n  as\n it is </textarea></p>",
        '<p class="typed">' + "  as it  is " * 12 + "</p>",
    ],
)
def test_no_space_comes_where_it_would_show(glued):
    context = {"name": "Sam", "a": True, "all": [1, 2]}
    before, after = seen(glued, **context), seen(written(glued), **context)
    edges = {"</p>": " </p>", "<p>": "<p> "} if "say" not in glued and "typed" not in glued else {}
    words = [" ".join(text.split()) for text in (before, after)]
    for tight, loose in edges.items():
        words = [text.replace(loose, tight) for text in words]
    for tag in ("<div>", "</div>", '<div class="acts">'):
        words = [text.replace(f" {tag}", tag).replace(f"{tag} ", tag) for text in words]
    assert words[0] == words[1]


def test_what_somebody_typed_keeps_each_space():
    source = f'<div><p class="typed" dir="auto">{{{{ one }}}}  {{{{ two }}}}{"x" * 130}</p></div>'
    assert "{{ one }}  {{ two }}x" in written(source)


def test_children_of_a_box_have_lines_of_their_own_and_those_of_a_sentence_have_not():
    link = f'<a href="/{"x" * 60}/">a</a>'
    assert written(f'<div class="acts">{link}{link}</div>').count("\n") == 4
    assert "</a><a" in written(f"<p>{link}{link}</p>")


def test_a_long_tag_has_an_attribute_a_line_and_a_condition_stays_whole():
    source = (
        f'<div id="a" class="{"x" * 100}"{{% if one %}} data-open="yes"{{% endif %}} data-last="z">x</div>'
    )
    assert written(source).splitlines()[:5] == [
        "<div",
        '  id="a"',
        f'  class="{"x" * 100}"',
        '  {% if one %} data-open="yes"{% endif %}',
        '  data-last="z">',
    ]


@pytest.mark.parametrize(
    "source",
    [
        f'<p>{{% translate "{LONG}" %}}</p>',
        f"<p>{{% blocktranslate with name=who %}}{LONG} Says {{{{ name }}}}, <b>here</b>.{{% endblocktranslate %}}</p>",
        f"<p>{{% blocktranslate count n=n %}}{LONG}{{% plural %}}{{{{ n }}}} times: {LONG}{{% endblocktranslate %}}</p>",
    ],
)
def test_a_long_message_has_lines_and_stays_the_same_message(source):
    after = written(source)
    assert max(map(len, after.splitlines())) <= WIDTH
    assert " ".join(seen(after, who="Sam", n=2).split()).replace("> ", ">").replace(" <", "<") == (
        seen(source, who="Sam", n=2).replace("> ", ">").replace(" <", "<")
    )


def test_a_template_whose_tags_cross_is_left_as_it_is():
    with pytest.raises(Unclear):
        written("{% if a %}<div>{% endif %}x{% if a %}</div>{% endif %}")


def test_what_is_formatted_stays_so():
    for path in templates():
        try:
            once = formatted(path.read_text(encoding="utf-8"))
        except Unclear:
            continue
        assert formatted(formatted(once)) == formatted(once), path


def test_it_reads_in_the_sheets_what_is_a_box():
    assert {"acts", "stack", "list > li"} <= sheets(PRODUCT).boxes
    assert "say" in sheets(PRODUCT).speaking
    assert "hide" not in sheets(PRODUCT).boxes
