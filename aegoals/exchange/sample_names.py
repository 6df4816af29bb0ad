"""Invented names for samples and the demo; none is meant to be a real person, company or product."""

from __future__ import annotations

from itertools import product
from random import Random

OWNERS = ("Ada Holmqvist", "Bruno Keller", "Chidi Ekwueme", "Dana Whitlock", "Emi Kuramoto")

PRODUCTS: tuple[tuple[str, int], ...] = (
    ("Lumen Tag", 60),
    ("Lumen S", 540),
    ("Lumen M", 1_150),
    ("Harbor 10", 3_300),
    ("Harbor 40", 4_900),
    ("Summit", 5_600),
    ("Summit Max", 26_500),
)
"""Name and list price."""

ACCOUNTS = (
    "Tidewell Shipping",
    "Castlemere Foods",
    "Brackets [EMEA] Ltd",
    "Fjällbro Logistik AB",
    "Müllerbach Maschinenbau GmbH",
    "青空製作所",
    "云岭数据科技",
    "Quillon Labs",
    "Örnhamn Energi AB",
    "Straßenfeld Optik GmbH",
    "桜坂システム株式会社",
    "江源物流有限公司",
    "Harrow & Pell",
    "Brightmoor Clinics",
    "Lindmåla Bygg AB",
    "Grünhaag Brauerei KG",
    "月見電機",
    "明湖精工",
    "Vantry Retail",
    "Osprey Hill Hotels",
    "Coldharbour Freight",
    "Sågbäck Trä AB",
    "Zwölfacker Hof eG",
    "O'Dwyer Instruments",
    "Fernbank Dairy",
    "Marlow=Finch Partners",
)
"""Names of all scripts and shapes that an AE meets, some of which programs stumble over."""

_FIRST = (
    "Alder",
    "Birch",
    "Cinder",
    "Dover",
    "Elm",
    "Falcon",
    "Granite",
    "Hazel",
    "Iron",
    "Juniper",
    "Kestrel",
)
_SECOND = ("brook", "field", "gate", "haven", "mere", "ridge", "stone", "vale", "wick")
_TRADE = (
    "Clinics",
    "Foods",
    "Freight",
    "Hotels",
    "Insurance",
    "Motors",
    "Pharma",
    "Press",
    "Software",
    "Textiles",
)


def account_names(random: Random, count: int) -> list[str]:
    """Return this many different names: those above first, then made ones in random order."""
    made = [f"{first}{second} {trade}" for first, second, trade in product(_FIRST, _SECOND, _TRADE)]
    random.shuffle(made)
    return [*ACCOUNTS, *made][:count]
