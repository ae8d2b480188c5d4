"""publiccode.yml is valid for version 0.4 of the standard, where it can be checked offline."""

import yaml

from tests.architecture.source import ROOT

FACTS = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
REQUIRED = {
    "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus",
    "softwareType", "description", "legal", "maintenance", "localisation",
}  # fmt: skip


def test_has_every_required_key() -> None:
    assert set(FACTS) >= REQUIRED
    assert set(FACTS["localisation"]) >= {"localisationReady", "availableLanguages"}
    somebody_cares = FACTS["maintenance"]["type"] in {"internal", "community"}
    assert "contacts" in FACTS["maintenance"] or not somebody_cares


def test_descriptions_have_the_right_lengths() -> None:
    assert set(FACTS["description"]) == {"da", "en"}
    for text in FACTS["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_agrees_with_the_package() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'license = "{FACTS["legal"]["license"]}"' in project


def test_names_files_that_exist() -> None:
    shots = [path for text in FACTS["description"].values() for path in text.get("screenshots", [])]
    assert not [path for path in [FACTS["logo"], *shots] if not (ROOT / path).exists()]
