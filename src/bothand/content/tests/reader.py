"""What an editor's eye would look for in our English texts, as far as a program can see it."""

import re
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # textstat 0.7.4 asks for pkg_resources, which warns
    import textstat

GENDERED = frozenset(
    [
        "he",
        "she",
        "him",
        "her",
        "his",
        "hers",
        "himself",
        "herself",
        "husband",
        "wife",
        "spouse",
        "boyfriend",
        "girlfriend",
        "man",
        "men",
        "woman",
        "women",
        "male",
        "female",
        "lady",
        "gentleman",
        "father",
        "mother",
        "dad",
        "mum",
        "son",
        "daughter",
        "brother",
        "sister",
    ]
)
SCOLDING = ("you should", "you must", "you have to", "great job", "well done", "good job", "!")
NEGATIONS = frozenset(
    [
        "not",
        "never",
        "no",
        "nobody",
        "nothing",
        "none",
        "nowhere",
        "without",
        "cannot",
        "can't",
        "don't",
        "didn't",
        "wasn't",
    ]
)
STOP = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "done",
        "each",
        "either",
        "even",
        "for",
        "from",
        "get",
        "go",
        "goes",
        "got",
        "had",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "let",
        "like",
        "made",
        "make",
        "me",
        "more",
        "most",
        "much",
        "my",
        "myself",
        "name",
        "no",
        "nobody",
        "not",
        "nothing",
        "of",
        "off",
        "on",
        "once",
        "one",
        "or",
        "other",
        "others",
        "our",
        "out",
        "over",
        "own",
        "rather",
        "said",
        "same",
        "say",
        "self",
        "so",
        "some",
        "someone",
        "somebody",
        "something",
        "than",
        "that",
        "the",
        "their",
        "them",
        "themselves",
        "then",
        "there",
        "these",
        "they",
        "thing",
        "things",
        "this",
        "those",
        "through",
        "to",
        "too",
        "together",
        "until",
        "up",
        "us",
        "was",
        "way",
        "we",
        "week",
        "week's",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "without",
        "would",
        "you",
        "your",
        "yourself",
        "never",
        "person",
        "people",
        "close",
    ]
)


def words_of(text):
    return re.findall(r"[a-z]+(?:['’][a-z]+)?", text.lower().replace("{name}", "Sam"))


def stem(word):
    word = re.sub(r"['’]s$|n['’]t$|['’](?:ll|ve|d|re|m)$", "", word)
    for ending in ("ations", "ation", "ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def content_words(text):
    return frozenset(stem(word) for word in words_of(text) if word not in STOP and word != "sam")


def overlap(one, two):
    """The share of the shorter text's content words that the other text has too."""
    left, right = content_words(one), content_words(two)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def grade(text):
    """Flesch-Kincaid grade (Kincaid 1975)."""
    return float(textstat.flesch_kincaid_grade(text.replace("{name}", "Sam")))


def complaints(text):
    """Words that VOICE.md rules out."""
    found = sorted(GENDERED & set(words_of(text)))
    found += [phrase for phrase in SCOLDING if phrase in text.lower()]
    return found
