from django.db import connection

from vaern.ground.people.models import Person


def test_names_and_addresses_are_sealed_in_the_database(cast):
    with connection.cursor() as cursor:
        cursor.execute("select name, email from people_person")
        stored = str([[bytes(row[0]), row[1]] for row in cursor.fetchall()])
    assert "Rikke" not in stored
    assert "havneby" not in stored
    assert Person.objects.get(email="RIKKE.lund@havneby.example").name == "Rikke Lund"
