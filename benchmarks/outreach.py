"""Pages of outreach for the coordinator of the largest project, and saving an activity."""

import json
import uuid
from http import HTTPStatus

from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from benchmarks.measuring import Measured, Work, request, statements
from benchmarks.readers import coordinator, largest_project, signed_in
from campaigns.models import Activity, AudienceCount, Project
from core.models import User
from core.public_ids import new_public_id

DESK_MS, SAVING_MS, FORM_MS = 200, 150, 1000
FORM = "/outreach/new/"
COUNTED = """
campaigns_activity AS a
WHERE a.merged_into_id IS NULL AND a.state IN ('approved', 'locked') AND a.project_id = {project}
AND coalesce(a.ends_on, a.starts_on) BETWEEN '{year}-01-01' AND '{year}-12-31'
"""
WAITING = """
SELECT * FROM campaigns_activity WHERE project_id = {project} AND state = 'submitted' AND merged_into_id IS NULL
ORDER BY starts_on, id LIMIT 5
"""
REACHED = f"""
SELECT c.measure, sum(c.number), count(*) FROM campaigns_audiencecount AS c
WHERE c.activity_id IN (SELECT a.id FROM {COUNTED}) AND c.sex = '' AND c.age_band = '' AND c.country_id IS NULL
GROUP BY c.measure
"""
PLACES = f"SELECT a.country_id, count(*) FROM {COUNTED} GROUP BY a.country_id"
TARGETS = """
SELECT c.indicator_id, c.partner_id, sum(c.number) FROM campaigns_indicatorcontribution AS c
JOIN campaigns_indicator AS i ON i.id = c.indicator_id JOIN campaigns_result AS r ON r.id = i.result_id
WHERE r.project_id = {project} AND i.parent_id IS NULL AND c.counted_on BETWEEN '{year}-01-01' AND '{year}-12-31'
GROUP BY c.indicator_id, c.partner_id
"""
STANDING = """
SELECT stage, count(*) FROM (SELECT DISTINCT ON (affiliation_id) stage FROM procurement_affiliationevent
WHERE happened_on <= current_date ORDER BY affiliation_id, happened_on DESC, id DESC) AS latest GROUP BY stage
"""
REACHING = """
SELECT stage, count(DISTINCT affiliation_id) FROM procurement_affiliationevent
WHERE happened_on <= current_date GROUP BY stage
"""
CHOICES = ("SELECT * FROM core_country", "SELECT * FROM campaigns_partner", "SELECT * FROM campaigns_project")


def pages() -> list[Measured]:
    project = largest_project()
    user = coordinator(project)
    client = signed_in(user)
    of_project = {"project": project.pk, "year": timezone.localdate().year}
    desk = [text.format(**of_project) for text in (WAITING, TARGETS, REACHED, PLACES)]
    funnel = (STANDING, REACHING)
    return [
        Measured("dashboard", DESK_MS, request(client, "/dashboard/"), statements(*desk, *funnel)),
        Measured("funnel", DESK_MS, request(client, "/affiliations/funnel/"), statements(*funnel)),
        Measured("form to log", FORM_MS, request(client, FORM), statements(*CHOICES)),
        Measured("saving an activity", SAVING_MS, saving(client, user, project), bare_saving(project)),
    ]


def saving(client: Client, user: User, project: Project) -> Work:
    """One complete entry, as a device sends it. No two have a title alike: each is looked for among what is there."""
    lead = project.participations.get(partner__organisation__memberships__user=user).partner
    fields = {
        "project": project.public_id,
        "lead": lead.public_id,
        "type": "workshop",
        "starts_on": timezone.localdate().isoformat(),
        "is_done": "yes",
        "city": "Bonn",
        "country": "DE",
        "language": "de",
        "count_participants": "24",
        "count_participants_female": "13",
        "count_media_contacts": "1200",
    }

    def once() -> None:
        named = {name: [value] for name, value in {**fields, "name": uuid.uuid4().hex}.items()}
        message = {"id": str(uuid.uuid4()), "owner": user.pk, "fields": named}
        response = client.post("/outreach/send/", json.dumps(message), content_type="application/json")
        if response.status_code != HTTPStatus.CREATED:
            text = f"Saving answers {response.status_code}: {response.content.decode()}"
            raise RuntimeError(text)

    return once


def bare_saving(project: Project) -> Work:
    """An activity and its figures copied from others of the project, in one transaction."""
    model = Activity.objects.filter(project=project, client_id__isnull=True).earliest("pk")
    activity = _copying(Activity, {"public_id": "%s"}, "id = %s", " RETURNING id")
    counts = _copying(AudienceCount, {"activity_id": "%s"}, "activity_id = %s", "")

    def once() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(activity, [new_public_id(Activity.ID_KIND), model.pk])
            cursor.execute(counts, [cursor.fetchone()[0], model.pk])

    return once


def _copying(table: type[Activity | AudienceCount], new: dict[str, str], of: str, ending: str) -> str:
    """A statement that copies rows, all but their keys and the columns of `new`."""
    columns = [str(field.column) for field in table._meta.concrete_fields if not (field.primary_key or field.generated)]
    values = ", ".join(new.get(name, name) for name in columns)
    name = table._meta.db_table
    return f"INSERT INTO {name} ({', '.join(columns)}) SELECT {values} FROM {name} WHERE {of}{ending}"
