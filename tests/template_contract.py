"""Page contracts: which names does a template use that its page's type does not offer?

The walk goes over the nodes of the parsed template, through what it extends, includes and calls as partials,
and follows each dotted name along the types as far as they are written down.
"""

import dataclasses
import types
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Union, cast, get_args, get_origin, get_type_hints

from django.forms import BaseForm
from django.template.base import FilterExpression, Node, NodeList, TokenType, Variable
from django.template.defaulttags import ForNode, WithNode
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode
from template_partials.templatetags.partials import (  # type: ignore[import-untyped]  # it ships no types
    DefinePartialNode,
    RenderPartialNode,
)

from bothand.shell.frame import Frame

UNKNOWN: Any = object()
"""The type of what carries no written type: names below it are not checked."""

ALWAYS = {"True": UNKNOWN, "False": UNKNOWN, "None": UNKNOWN, "csrf_token": UNKNOWN, "block": UNKNOWN}
TARGETS = ("asvar", "target_var", "varname", "variable", "variable_name")

Scope = Mapping[str, Any]


def names_outside(template_name: str, page_type: type, *, root: str = "page") -> set[str]:
    """Every name in the template that is not `page.<field>`, `frame.<field>` or made by the template itself.

    `root` is the name under which the template has its type, where that is not `page`.

    An include whose template is not a plain string cannot be followed and is named too, as `include <name>`.
    """
    scope = {**ALWAYS, root: page_type, "frame": Frame}
    return set(_Walk().template(template_name, scope))


class _Walk:
    """One walk. `open` holds the templates that it is inside of, so that a template may include itself."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def template(self, name: str, scope: Scope) -> Iterator[str]:
        if name in self.open:
            return
        self.open.append(name)
        found: Any = get_template(name)
        yield from self.nodes(found.template.nodelist, scope)
        self.open.pop()

    def nodes(self, nodelist: NodeList, scope: Scope) -> Iterator[str]:
        inner = dict(scope)
        for node in nodelist:
            yield from self.node(node, inner)
            for target in TARGETS:
                name = getattr(node, target, None)
                if isinstance(name, str):
                    inner[name] = UNKNOWN

    def node(self, node: Node, scope: Scope) -> Iterator[str]:
        match node:
            case ExtendsNode():
                yield from self.nodes(node.nodelist, scope)
                yield from self.called(cast("FilterExpression", node.parent_name), scope, "extends")
            case BlockNode():
                yield from self.nodes(node.nodelist, scope)
            case IncludeNode():
                yield from self.include(node, scope)
            case ForNode():
                yield from self.loop(node, scope)
            case WithNode():
                yield from self.parts(node.extra_context, scope)
                yield from self.nodes(node.nodelist, {**scope, **_types(node.extra_context, scope)})
            case BlockTranslateNode():
                yield from self.translation(node, scope)
            case RenderPartialNode():
                yield from self.nodes(node.partial_mapping[node.partial_name].nodelist, scope)
            case DefinePartialNode():
                # A partial that is only called elsewhere is checked there, with the names of that place.
                if node.inline:
                    yield from self.nodes(node.nodelist, scope)
            case _:
                yield from self.parts(vars(node), scope)

    def include(self, node: IncludeNode, scope: Scope) -> Iterator[str]:
        yield from self.parts(node.extra_context, scope)
        given = _types(node.extra_context, scope)
        inner = {**ALWAYS, **given} if node.isolated_context else {**scope, **given}
        yield from self.called(node.template, inner, "include", outer=scope)

    def called(
        self, expression: FilterExpression, scope: Scope, how: str, outer: Scope | None = None
    ) -> Iterator[str]:
        """Follow a template that is named by an expression, when it is a plain string."""
        if isinstance(expression.var, Variable):
            yield from self.parts(expression, outer if outer is not None else scope)
            yield f"{how} {expression.token}"
        else:
            yield from self.template(str(expression.var), scope)

    def loop(self, node: ForNode, scope: Scope) -> Iterator[str]:
        yield from self.parts(node.sequence, scope)
        each = _type_of(cast("FilterExpression", node.sequence), scope, each=True)
        kinds = get_args(each) if len(node.loopvars) > 1 and get_origin(each) is tuple else ()
        made = {
            name: (kinds[i] if i < len(kinds) else UNKNOWN if len(node.loopvars) > 1 else each)
            for i, name in enumerate(node.loopvars)
        }
        yield from self.nodes(cast("NodeList", node.nodelist_loop), {**scope, **made, "forloop": UNKNOWN})
        yield from self.nodes(cast("NodeList", node.nodelist_empty), scope)

    def translation(self, node: BlockTranslateNode, scope: Scope) -> Iterator[str]:
        yield from self.parts(node.extra_context, scope)
        if node.counter is not None:
            yield from self.parts(node.counter, scope)
        inner = {**scope, **_types(node.extra_context, scope)}
        if node.countervar:
            inner[node.countervar] = UNKNOWN
        for token in [*node.singular, *(node.plural or [])]:
            if token.token_type == TokenType.VAR and _outside(token.contents.split("|")[0].split("."), inner):
                yield token.contents

    def parts(self, thing: Any, scope: Scope) -> Iterator[str]:
        """Whatever hangs on a node: expressions are checked, node lists walked, containers searched."""
        match thing:
            case NodeList():
                yield from self.nodes(thing, scope)
            case Node():
                yield from self.node(thing, scope)
            case FilterExpression():
                yield from self.parts(thing.var, scope)
                for _, arguments in thing.filters:
                    yield from (
                        name
                        for looked_up, value in arguments
                        if looked_up
                        for name in self.parts(value, scope)
                    )
            case Variable():
                if thing.lookups is not None and _outside(list(thing.lookups), scope):
                    yield str(thing.var)
            case Mapping():
                for value in thing.values():
                    yield from self.parts(value, scope)
            case list() | tuple():
                for value in thing:
                    yield from self.parts(value, scope)
            case _ if type(thing).__module__ in {"django.template.smartif", "django.template.defaulttags"}:
                yield from self.parts(vars(thing), scope)


def _types(expressions: Mapping[str, FilterExpression], scope: Scope) -> dict[str, Any]:
    return {name: _type_of(expression, scope) for name, expression in expressions.items()}


def _type_of(expression: FilterExpression, scope: Scope, *, each: bool = False) -> Any:
    """The written type of an expression's value, or of `each` of its items."""
    if expression.filters or not isinstance(expression.var, Variable) or expression.var.lookups is None:
        return UNKNOWN
    kind = _follow(list(expression.var.lookups), scope)
    if not each:
        return kind
    arguments = get_args(kind)
    if get_origin(kind) is tuple and len(arguments) == 2 and arguments[1] is not Ellipsis:
        return UNKNOWN
    return arguments[0] if get_origin(kind) in {tuple, list, set, frozenset} else UNKNOWN


def _outside(lookups: list[str], scope: Scope) -> bool:
    return _follow(lookups, scope) is None


def _follow(lookups: list[str], scope: Scope) -> Any:
    """The type at the end of a dotted name; None when it leads outside."""
    kind = scope.get(lookups[0])
    for name in lookups[1:]:
        if kind is None or kind is UNKNOWN:
            return kind
        kind = _below(kind, name)
    return kind


def _below(kind: Any, name: str) -> Any:
    """The type of `name` on a value of this type: None when there is none, UNKNOWN when it is not written."""
    if get_origin(kind) in {Union, types.UnionType}:
        found = [_below(each, name) for each in get_args(kind) if each is not type(None)]
        return next((each for each in found if each is not None), None)
    if not isinstance(kind, type):
        return UNKNOWN
    if issubclass(kind, BaseForm):
        known = name in getattr(kind, "base_fields", {}) or hasattr(kind, name)
        return UNKNOWN if known else None
    if not (dataclasses.is_dataclass(kind) or hasattr(kind, "__struct_fields__")):
        return UNKNOWN
    hints = get_type_hints(kind)
    if name in hints:
        return _bare(hints[name])
    made = getattr(kind, name, None)
    if isinstance(made, property) and made.fget is not None:
        return _bare(get_type_hints(made.fget).get("return", UNKNOWN))
    return None


def _bare(kind: Any) -> Any:
    """A hint without ClassVar, and without `| None` where one type is left."""
    if get_origin(kind) is ClassVar:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        left = [each for each in get_args(kind) if each is not type(None)]
        return left[0] if len(left) == 1 else kind
    return kind if kind is not type(None) else UNKNOWN
