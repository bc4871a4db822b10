"""Writing as somebody would."""

import pytest

from bothand.vault.randomness import new_id


@pytest.fixture
def write(noa, clock):
    """Keep a page through its form, with the prompt given if any; gives the address of the page."""

    def make(text, **more):
        answer = noa.client.post("/journal/new/", {"id": new_id().hex(), "text": text} | more)
        assert answer.status_code == 302, answer.content.decode()
        return answer.url

    return make
