"""Reads a page as a parser sees it: is it well formed, is everything named, is nothing inline."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
DRAWN = frozenset("circle ellipse line path polygon polyline rect stop use".split())
"""Parts of pictures that hold nothing and close themselves."""
CONTROLS = frozenset({"input", "select", "textarea"})
NAMELESS = frozenset({"hidden", "submit", "button", "image", "reset"})
REFERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form")
BLOCKS = frozenset({"p", "li", "dd", "blockquote"})
UNREAD = frozenset({"script", "style", "svg", "option", "title", "nav", "header"})


@dataclass
class Element:
    """An opened element: its name, its attributes, the text within, the elements it stands in."""

    name: str
    attributes: dict[str, str]
    above: tuple["Element", ...]
    text: str = ""

    def inside(self, *names: str) -> bool:
        return any(one.name in names for one in self.above)


@dataclass
class Markup(HTMLParser):
    """One page. `faults` are what a strict parser would stumble over."""

    source: str
    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []
        self.feed(self.source)
        self.close()
        self.faults += [f"<{one.name}> is never closed" for one in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].name == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes {self.open[-1].name if self.open else 'nothing'}")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def named(self, *names: str) -> list[Element]:
        return [one for one in self.elements if one.name in names]

    def ids(self) -> list[str]:
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    def broken_references(self) -> list[str]:
        """Attributes that name an element which is not there, and links within the page that lead nowhere."""
        known = set(self.ids())
        told = [
            (one, name, word)
            for one in self.elements
            for name in REFERS
            for word in one.attributes.get(name, "").split()
        ]
        told += [
            (one, "href", one.attributes["href"][1:])
            for one in self.elements
            if one.attributes.get("href", "")[:1] == "#"
        ]
        return [f"<{one.name} {name}={word}>" for one, name, word in told if word not in known]

    def unnamed_controls(self) -> list[str]:
        """Controls with no label, and buttons and links with nothing to read."""
        labelled = {one.attributes.get("for") for one in self.named("label")}
        found = []
        for one in self.named(*CONTROLS):
            attributes = one.attributes
            has_name = (
                attributes.keys() & {"aria-label", "aria-labelledby"} or attributes.get("id") in labelled
            )
            if attributes.get("type") not in NAMELESS and not has_name and not one.inside("label"):
                found.append(f"<{one.name} name={attributes.get('name')}>")
        readable = self.named("button", "a", "summary", "legend", "th", "h1", "h2", "h3")
        silent = [
            one
            for one in readable
            if not one.text.strip() and not one.attributes.keys() & {"aria-label", "hidden"}
        ]
        return [*found, *(f"<{one.name}> with nothing to read" for one in silent)]

    def inline(self) -> list[str]:
        """Style and script that the page itself holds: the policy forbids them, so they would do nothing."""
        found = [f"<{one.name}>" for one in self.named("style")]
        found += [
            "<script> with text"
            for one in self.named("script")
            if one.text.strip() or "src" not in one.attributes
        ]
        for one in self.elements:
            found += [
                f"<{one.name} {name}>" for name in one.attributes if name == "style" or name.startswith("on")
            ]
            found += [
                f"<{one.name} {name}=javascript:>"
                for name, value in one.attributes.items()
                if "javascript:" in value
            ]
        return found

    def running_text(self) -> str:
        """What is written in sentences, paragraph by paragraph, on the page itself."""
        blocks = (one for one in self.named(*BLOCKS) if not one.inside(*BLOCKS, *UNREAD))
        return "\n".join(line for one in blocks if (line := " ".join(one.text.split())))
