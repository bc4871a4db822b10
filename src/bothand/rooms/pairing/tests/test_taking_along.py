import io
import zipfile
from datetime import timedelta

import msgspec
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bothand.accounts.departure import Kept


def copy_of(who) -> bytes:
    answer = who.client.post(reverse("account_export"), {"password": who.password})
    assert answer.headers["Content-Type"] == "application/zip"
    return answer.content


def bring(who, content: bytes):
    data = {"file": SimpleUploadedFile("copy.zip", content), "password": who.password}
    answer = who.client.post(reverse("account_bring"), data)
    assert answer.status_code == 200, answer.content.decode()


def kept(who) -> list[Kept]:
    return [one.record for one in who.mine.query().items if isinstance(one.record, Kept)]


def test_a_copy_holds_what_two_share(couple):
    noa, sam = couple
    sam.client.post(reverse("pairing_thanks"), {"text": "For the long letter", "id": "ab" * 16})
    with zipfile.ZipFile(io.BytesIO(copy_of(noa))) as packed:
        names = packed.namelist()
        page = next(packed.read(name).decode() for name in names if name.endswith(".html"))
        data = msgspec.json.decode(packed.read("data.json"))
    assert "For the long letter" in page
    assert "Something that was shared" not in page
    assert any(one["name"] == "Kept" for one in data["documents"])


def test_brought_in_elsewhere_it_is_there_to_read(couple, robin):
    noa, sam = couple
    sam.client.post(reverse("pairing_thanks"), {"text": "For the long letter", "id": "ab" * 16})
    bring(robin, copy_of(noa))
    page = robin.client.get(reverse("pairing_kept")).content.decode()
    assert "For the long letter" in page
    assert "from Sam" in page


def test_a_copy_and_leaving_make_one_of_each(couple, clock):
    noa, sam = couple
    sam.client.post(reverse("pairing_thanks"), {"text": "For the long letter", "id": "ab" * 16})
    content = copy_of(noa)
    clock.time += timedelta(seconds=90)
    noa.client.post(reverse("pairing_leave"), {"how": "quiet", "password": noa.password})
    before = len(kept(noa))
    bring(noa, content)
    assert len(kept(noa)) == before > 0
