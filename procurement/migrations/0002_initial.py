import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("procurement", "0001_initial"),
        ("supplychain", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="contractline",
            name="brand",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contract_lines",
                to="supplychain.brand",
                verbose_name="brand",
            ),
        ),
        migrations.AddField(
            model_name="contractline",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="supplychain.productcategory",
                verbose_name="category",
            ),
        ),
        migrations.AddField(
            model_name="contractline",
            name="contract",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="procurement.contract",
                verbose_name="contract",
            ),
        ),
        migrations.AddField(
            model_name="contractline",
            name="currency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.currency",
                verbose_name="currency",
            ),
        ),
        migrations.AddField(
            model_name="contractline",
            name="product_model",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contract_lines",
                to="supplychain.productmodel",
                verbose_name="product model",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="brand",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="supplychain.brand",
                verbose_name="brand",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="category",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="supplychain.productcategory",
                verbose_name="category",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="contract",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.contract",
                verbose_name="contract",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="currency",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.currency",
                verbose_name="currency",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="versions",
                to="procurement.contractline",
            ),
        ),
        migrations.AddField(
            model_name="contractlineversion",
            name="product_model",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="supplychain.productmodel",
                verbose_name="product model",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="currency",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.currency",
                verbose_name="currency",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.contract",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="notice",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.source",
                verbose_name="public notice",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="versions",
                to="procurement.contract",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="source",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="disclosedlink",
            name="link",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="disclosed_in",
                to="supplychain.productionlink",
                verbose_name="production link",
            ),
        ),
        migrations.AddField(
            model_name="disclosedlinkversion",
            name="link",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="supplychain.productionlink",
                verbose_name="production link",
            ),
        ),
        migrations.AddField(
            model_name="disclosedlinkversion",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="disclosedlinkversion",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="versions",
                to="procurement.disclosedlink",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="asked_of",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.organisation",
                verbose_name="asked of",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disclosure_requests",
                to="procurement.contractline",
                verbose_name="contract line",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_records",
                to="procurement.disclosurerequest",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="disclosedlinkversion",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.disclosurerequest",
                verbose_name="request",
            ),
        ),
        migrations.AddField(
            model_name="disclosedlink",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disclosed_links",
                to="procurement.disclosurerequest",
                verbose_name="request",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequestversion",
            name="asked_of",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.organisation",
                verbose_name="asked of",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequestversion",
            name="line",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.contractline",
                verbose_name="contract line",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequestversion",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.disclosurerequest",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequestversion",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequestversion",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="versions",
                to="procurement.disclosurerequest",
            ),
        ),
        migrations.AddField(
            model_name="labelscheme",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.source", verbose_name="source"
            ),
        ),
        migrations.AddField(
            model_name="procurer",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_records",
                to="procurement.procurer",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="procurer",
            name="organisation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s",
                to="core.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="buyer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.procurer",
                verbose_name="buyer",
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="buyer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="procurement.procurer",
                verbose_name="buyer",
            ),
        ),
        migrations.AddField(
            model_name="affiliationversion",
            name="procurer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.procurer",
                verbose_name="procurer",
            ),
        ),
        migrations.AddField(
            model_name="affiliation",
            name="procurer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="affiliations",
                to="procurement.procurer",
                verbose_name="procurer",
            ),
        ),
        migrations.AddField(
            model_name="procurerversion",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.procurer",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="procurerversion",
            name="organisation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="procurerversion",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="procurerversion",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="versions",
                to="procurement.procurer",
            ),
        ),
        migrations.AddField(
            model_name="supplier",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_records",
                to="procurement.supplier",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="supplier",
            name="organisation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s",
                to="core.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="supplier",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.supplier",
                verbose_name="supplier",
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="supplier",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="procurement.supplier",
                verbose_name="supplier",
            ),
        ),
        migrations.AddField(
            model_name="supplierversion",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="procurement.supplier",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="supplierversion",
            name="organisation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="supplierversion",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="supplierversion",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="versions",
                to="procurement.supplier",
            ),
        ),
        migrations.AddIndex(
            model_name="affiliationevent",
            index=models.Index(fields=["affiliation", "-happened_on", "-id"], name="procurement_event_latest"),
        ),
        migrations.AddConstraint(
            model_name="affiliationevent",
            constraint=models.UniqueConstraint(
                fields=("affiliation", "stage", "happened_on"), name="procurement_affiliationevent_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliationevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stage__in",
                        [
                            "identified",
                            "contacted",
                            "encouraged",
                            "interested",
                            "spend_measured",
                            "offer_requested",
                            "offer_received",
                            "affiliated",
                            "renewed",
                            "declined",
                            "dormant",
                            "lapsed",
                        ],
                    )
                ),
                name="procurement_affiliationevent_stage_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliationevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ("affiliated", "renewed")), _negated=True),
                    ("route__in", ["direct", "via_consortium", "via_network", "via_framework_authority"]),
                    _connector="OR",
                ),
                name="procurement_affiliationevent_route_named",
                violation_error_message="An affiliation names its route.",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliationevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("route__in", ["", "direct"]), ("via__isnull", True)),
                    models.Q(
                        ("route__in", ["via_consortium", "via_network", "via_framework_authority"]),
                        ("via__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="procurement_affiliationevent_via_named",
                violation_error_message="Say through whom, unless the route is direct.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."affiliation_id" IS DISTINCT FROM (NEW."affiliation_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."happened_on" IS DISTINCT FROM (NEW."happened_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."route" IS DISTINCT FROM (NEW."route") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."via_id" IS DISTINCT FROM (NEW."via_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="8e34bf25edda3f612ce4e1dc34e8093ee0210c0e",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_7c8c7",
                    table="procurement_affiliationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_affiliationeventversion" ("affiliation_id", "created_at", "happened_on", "id", "is_demo", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "source_id", "stage", "updated_at", "via_id") SELECT new_values."affiliation_id", new_values."created_at", new_values."happened_on", new_values."id", new_values."is_demo", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."route", new_values."source_id", new_values."stage", new_values."updated_at", new_values."via_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="70e147048d50141c607d81ea0e47c8afb8365c55",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5ccf9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_affiliationevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_affiliationeventversion" ("affiliation_id", "created_at", "happened_on", "id", "is_demo", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "source_id", "stage", "updated_at", "via_id") SELECT new_values."affiliation_id", new_values."created_at", new_values."happened_on", new_values."id", new_values."is_demo", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."route", new_values."source_id", new_values."stage", new_values."updated_at", new_values."via_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0405b819b38e2506c2df286bf89f5b8837bff4c4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33eed",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_affiliationevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_affiliationeventversion" ("affiliation_id", "created_at", "happened_on", "id", "is_demo", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route", "source_id", "stage", "updated_at", "via_id") SELECT old_values."affiliation_id", old_values."created_at", old_values."happened_on", old_values."id", old_values."is_demo", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."route", old_values."source_id", old_values."stage", old_values."updated_at", old_values."via_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7d019a911752612774adb24d247f3b644a7f5f21",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c284d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_affiliationevent",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="contractline",
            index=models.Index(fields=["brand", "product_model"], name="procurement_line_brand_model"),
        ),
        migrations.AddConstraint(
            model_name="contractline",
            constraint=models.UniqueConstraint(
                fields=("contract", "number"),
                name="procurement_contractline_number_once",
                violation_error_message="The contract already has a line of this number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contractline",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__isnull", True), ("quantity__gt", 0), _connector="OR"),
                name="procurement_contractline_quantity_positive",
                violation_error_message="A quantity is above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contractline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value_amount__isnull", True),
                    models.Q(("currency__isnull", False), ("value_amount__gte", 0)),
                    _connector="OR",
                ),
                name="procurement_contractline_value_has_currency",
                violation_error_message="A value is not negative and has a currency.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contractline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_to__isnull", True),
                    ("period_from__isnull", True),
                    ("period_to__gte", models.F("period_from")),
                    _connector="OR",
                ),
                name="procurement_contractline_period_in_order",
                violation_error_message="The period ends before it begins.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contractline",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."brand_id" IS DISTINCT FROM (NEW."brand_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."contract_id" IS DISTINCT FROM (NEW."contract_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."currency_id" IS DISTINCT FROM (NEW."currency_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."period_from" IS DISTINCT FROM (NEW."period_from") OR OLD."period_to" IS DISTINCT FROM (NEW."period_to") OR OLD."product_model_id" IS DISTINCT FROM (NEW."product_model_id") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."value_amount" IS DISTINCT FROM (NEW."value_amount"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="82e5a76b5388648b0e97bf1c97f1dc292051e382",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_2e66d",
                    table="procurement_contractline",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contractline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_contractlineversion" ("brand_id", "category_id", "contract_id", "created_at", "currency_id", "description", "id", "is_demo", "number", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_model_id", "quantity", "updated_at", "value_amount") SELECT new_values."brand_id", new_values."category_id", new_values."contract_id", new_values."created_at", new_values."currency_id", new_values."description", new_values."id", new_values."is_demo", new_values."number", new_values."period_from", new_values."period_to", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."product_model_id", new_values."quantity", new_values."updated_at", new_values."value_amount" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="612b710bb93338d0d761aa6627bafa3e3c080c2b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09b6e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_contractline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contractline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_contractlineversion" ("brand_id", "category_id", "contract_id", "created_at", "currency_id", "description", "id", "is_demo", "number", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_model_id", "quantity", "updated_at", "value_amount") SELECT new_values."brand_id", new_values."category_id", new_values."contract_id", new_values."created_at", new_values."currency_id", new_values."description", new_values."id", new_values."is_demo", new_values."number", new_values."period_from", new_values."period_to", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."product_model_id", new_values."quantity", new_values."updated_at", new_values."value_amount" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="467ad12197658d9d52d446a5a681160dd4945888",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3fbad",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_contractline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contractline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_contractlineversion" ("brand_id", "category_id", "contract_id", "created_at", "currency_id", "description", "id", "is_demo", "number", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_model_id", "quantity", "updated_at", "value_amount") SELECT old_values."brand_id", old_values."category_id", old_values."contract_id", old_values."created_at", old_values."currency_id", old_values."description", old_values."id", old_values."is_demo", old_values."number", old_values."period_from", old_values."period_to", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."product_model_id", old_values."quantity", old_values."updated_at", old_values."value_amount" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="27a106debfa82f1f9354dcdb2ad546118346e2d0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b5d1e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_contractline",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="procurement_disclosurerequest_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gte", models.F("asked_on"))),
                name="procurement_disclosure_due_after_asked",
                violation_error_message="The answer is due before it was asked for.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on__isnull", True), ("answered_on__gte", models.F("asked_on")), _connector="OR"
                ),
                name="procurement_disclosure_answered_after_asked",
                violation_error_message="The answer came before the question.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer__in", ["full", "partial", "refused"]), ("answered_on__isnull", False)),
                    models.Q(("answer__in", ["", "none"]), ("answered_on__isnull", True)),
                    _connector="OR",
                ),
                name="procurement_disclosure_answer_dated",
                violation_error_message="An answer has a date, and without an answer there is none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason", ""),
                    models.Q(
                        ("answer__in", ["partial", "refused", "none"]),
                        (
                            "reason__in",
                            ["confidential", "no_duty", "not_obtainable", "unknown_to_brand", "exempt", "redacted"],
                        ),
                    ),
                    _connector="OR",
                ),
                name="procurement_disclosure_reason_of_gap",
                violation_error_message="A reason belongs to a partial, refused or missing answer.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosurerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."asked_of_id" IS DISTINCT FROM (NEW."asked_of_id") OR OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."line_id" IS DISTINCT FROM (NEW."line_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="4cdbf235aa60b8bf8e2477c29e5fda9ce8e4d7af",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_335f8",
                    table="procurement_disclosurerequest",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosurerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_disclosurerequestversion" ("answer", "answered_on", "asked_of_id", "asked_on", "created_at", "due_on", "id", "is_demo", "is_published", "line_id", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "updated_at") SELECT new_values."answer", new_values."answered_on", new_values."asked_of_id", new_values."asked_on", new_values."created_at", new_values."due_on", new_values."id", new_values."is_demo", new_values."is_published", new_values."line_id", new_values."merged_into_id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reason", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d66b541e81e7a3514fe3c06478172c62ad8dbf0d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_39a00",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_disclosurerequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosurerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_disclosurerequestversion" ("answer", "answered_on", "asked_of_id", "asked_on", "created_at", "due_on", "id", "is_demo", "is_published", "line_id", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "updated_at") SELECT new_values."answer", new_values."answered_on", new_values."asked_of_id", new_values."asked_on", new_values."created_at", new_values."due_on", new_values."id", new_values."is_demo", new_values."is_published", new_values."line_id", new_values."merged_into_id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reason", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0502c76f1d040f82b74251f61ed584e5f356c2cd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e08d9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_disclosurerequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosurerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_disclosurerequestversion" ("answer", "answered_on", "asked_of_id", "asked_on", "created_at", "due_on", "id", "is_demo", "is_published", "line_id", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "updated_at") SELECT old_values."answer", old_values."answered_on", old_values."asked_of_id", old_values."asked_on", old_values."created_at", old_values."due_on", old_values."id", old_values."is_demo", old_values."is_published", old_values."line_id", old_values."merged_into_id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reason", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e42d493843a4173dedcf546bcb9c735d15172d9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ef530",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_disclosurerequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosedlink",
            constraint=models.UniqueConstraint(fields=("request", "link"), name="procurement_disclosedlink_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosedlink",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."link_id" IS DISTINCT FROM (NEW."link_id") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="80fe616e5731ecfc15250770506aa60a87de6fda",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_c5671",
                    table="procurement_disclosedlink",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosedlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_disclosedlinkversion" ("created_at", "id", "is_demo", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."link_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f3a5a077e8fd300359721e11474164e80a05fe7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_14bb5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_disclosedlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosedlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_disclosedlinkversion" ("created_at", "id", "is_demo", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."link_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2a5bbea7512f6b0aeaa0c0da6ca8a5889af750f1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c0a31",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_disclosedlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosedlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_disclosedlinkversion" ("created_at", "id", "is_demo", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."link_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="bcca4ffdf3ccf4192c834567aa4791aa8e4aca65",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81534",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_disclosedlink",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="labelscheme",
            constraint=models.CheckConstraint(
                condition=models.Q(("label_type", ""), ("label_type__in", ["I", "II", "III"]), _connector="OR"),
                name="procurement_label_type_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procurer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="procurement_procurer_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procurer",
            constraint=models.CheckConstraint(
                condition=models.Q(("buyer_visibility__in", ["private", "peers", "public"])),
                name="procurement_procurer_visibility_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procurer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("level", ""),
                    ("level__in", ["national", "regional", "local", "university", "hospital", "consortium"]),
                    _connector="OR",
                ),
                name="procurement_procurer_level_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procurer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("spend_band", ""),
                    ("spend_band__in", ["under_1m", "1m_3m", "3m_5m", "5m_20m", "over_20m"]),
                    _connector="OR",
                ),
                name="procurement_procurer_spend_band_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procurer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("legal_type", ""),
                    (
                        "legal_type__in",
                        [
                            "body-pl",
                            "body-pl-cga",
                            "body-pl-la",
                            "body-pl-ra",
                            "cga",
                            "def-cont",
                            "eu-ins-bod-ag",
                            "eu-int-org",
                            "grp-p-aut",
                            "int-org",
                            "la",
                            "org-sub",
                            "org-sub-cga",
                            "org-sub-la",
                            "org-sub-ra",
                            "pub-undert",
                            "pub-undert-cga",
                            "pub-undert-la",
                            "pub-undert-ra",
                            "ra",
                            "rl-aut",
                            "spec-rights-entity",
                        ],
                    ),
                    _connector="OR",
                ),
                name="procurement_procurer_legal_type_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procurer",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."buyer_visibility" IS DISTINCT FROM (NEW."buyer_visibility") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."legal_type" IS DISTINCT FROM (NEW."legal_type") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."profile" IS DISTINCT FROM (NEW."profile") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."spend_band" IS DISTINCT FROM (NEW."spend_band") OR OLD."users_served" IS DISTINCT FROM (NEW."users_served"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="f0661dd27283cf5d5d10d70e45fc8c43d1184fbe",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_8b9b7",
                    table="procurement_procurer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procurer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_procurerversion" ("buyer_visibility", "created_at", "id", "is_demo", "legal_type", "level", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "public_id", "spend_band", "updated_at", "users_served") SELECT new_values."buyer_visibility", new_values."created_at", new_values."id", new_values."is_demo", new_values."legal_type", new_values."level", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."profile", new_values."public_id", new_values."spend_band", new_values."updated_at", new_values."users_served" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="17140496d617657cdf0fdc8cf7a946fc2cc18973",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_54e4d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_procurer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procurer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_procurerversion" ("buyer_visibility", "created_at", "id", "is_demo", "legal_type", "level", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "public_id", "spend_band", "updated_at", "users_served") SELECT new_values."buyer_visibility", new_values."created_at", new_values."id", new_values."is_demo", new_values."legal_type", new_values."level", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."profile", new_values."public_id", new_values."spend_band", new_values."updated_at", new_values."users_served" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="db25478abba2ec7dcda03e1e1d695bf080a3ac0a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57bf5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_procurer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procurer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_procurerversion" ("buyer_visibility", "created_at", "id", "is_demo", "legal_type", "level", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "public_id", "spend_band", "updated_at", "users_served") SELECT old_values."buyer_visibility", old_values."created_at", old_values."id", old_values."is_demo", old_values."legal_type", old_values."level", old_values."merged_into_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."profile", old_values."public_id", old_values."spend_band", old_values."updated_at", old_values."users_served" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f649d13211bd45e7183579afc65e2a47c258a027",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4d7c4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_procurer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="procurement_affiliation_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("merged_into__isnull", True)),
                fields=("procurer", "body"),
                name="procurement_affiliation_once",
                violation_error_message="This procurer already has a record with this body.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."basis_of_count" IS DISTINCT FROM (NEW."basis_of_count") OR OLD."body_id" IS DISTINCT FROM (NEW."body_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."procurer_id" IS DISTINCT FROM (NEW."procurer_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="fa874466a3624bc39475da1d1d1298930372aa0c",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_b62a6",
                    table="procurement_affiliation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_affiliationversion" ("basis_of_count", "body_id", "created_at", "id", "is_demo", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurer_id", "public_id", "updated_at") SELECT new_values."basis_of_count", new_values."body_id", new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."procurer_id", new_values."public_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="226f57238044bc2f4995d7d010581da17b4ace71",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3c115",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_affiliationversion" ("basis_of_count", "body_id", "created_at", "id", "is_demo", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurer_id", "public_id", "updated_at") SELECT new_values."basis_of_count", new_values."body_id", new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."procurer_id", new_values."public_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dd0254c9b322f310eb1c52303b504bcb1e2ac6ae",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_238d3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_affiliationversion" ("basis_of_count", "body_id", "created_at", "id", "is_demo", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurer_id", "public_id", "updated_at") SELECT old_values."basis_of_count", old_values."body_id", old_values."created_at", old_values."id", old_values."is_demo", old_values."merged_into_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."procurer_id", old_values."public_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3a32f97acc5d6574c05d1e7b7d6169e6267376e8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_86034",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="supplier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="procurement_supplier_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplier",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="30bf9ba9b9bf58b8fb7e9dd6046f64444471d350",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_199aa",
                    table="procurement_supplier",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_supplierversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="01d20216ad8434f776dd2f1bea6d9b4087aa5b2a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_582e4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_supplier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_supplierversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2aa53ca0eaff7e70a84f38f24a5ceb4fca3b77dd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0f431",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_supplier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supplier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_supplierversion" ("created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."merged_into_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e136c3c68f6e4ce5d619813bc78aa352ec133564",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_be79f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_supplier",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["-starts_on", "id"], name="procurement_contract_start"),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="procurement_contract_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="procurement_contract_title_given",
                violation_error_message="Give a title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="procurement_contract_period_in_order",
                violation_error_message="The contract ends before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value_amount__isnull", True),
                    models.Q(("currency__isnull", False), ("value_amount__gte", 0)),
                    _connector="OR",
                ),
                name="procurement_contract_value_has_currency",
                violation_error_message="A value is not negative and has a currency.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_updated_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."buyer_id" IS DISTINCT FROM (NEW."buyer_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."currency_id" IS DISTINCT FROM (NEW."currency_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."notice_id" IS DISTINCT FROM (NEW."notice_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."supplier_id" IS DISTINCT FROM (NEW."supplier_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."value_amount" IS DISTINCT FROM (NEW."value_amount"))',
                    func="NEW.updated_at = now(); RETURN NEW;",
                    hash="d8f97a692cc53040b105e521f68516024234144d",
                    operation="UPDATE",
                    pgid="pgtrigger_touch_updated_at_12924",
                    table="procurement_contract",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_contractversion" ("buyer_id", "created_at", "currency_id", "ends_on", "id", "is_demo", "merged_into_id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "signed_on", "source_id", "starts_on", "supplier_id", "title", "updated_at", "value_amount") SELECT new_values."buyer_id", new_values."created_at", new_values."currency_id", new_values."ends_on", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."notice_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reference", new_values."signed_on", new_values."source_id", new_values."starts_on", new_values."supplier_id", new_values."title", new_values."updated_at", new_values."value_amount" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1c9c8fc5de98b445ddbb37e3b0a8c8e0cebe168c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1793a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="procurement_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_contractversion" ("buyer_id", "created_at", "currency_id", "ends_on", "id", "is_demo", "merged_into_id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "signed_on", "source_id", "starts_on", "supplier_id", "title", "updated_at", "value_amount") SELECT new_values."buyer_id", new_values."created_at", new_values."currency_id", new_values."ends_on", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."notice_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reference", new_values."signed_on", new_values."source_id", new_values."starts_on", new_values."supplier_id", new_values."title", new_values."updated_at", new_values."value_amount" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="594141f7ed8565c6ac79951d0866484662b6fa02",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc253",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="procurement_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurement_contractversion" ("buyer_id", "created_at", "currency_id", "ends_on", "id", "is_demo", "merged_into_id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "signed_on", "source_id", "starts_on", "supplier_id", "title", "updated_at", "value_amount") SELECT old_values."buyer_id", old_values."created_at", old_values."currency_id", old_values."ends_on", old_values."id", old_values."is_demo", old_values."merged_into_id", old_values."notice_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reference", old_values."signed_on", old_values."source_id", old_values."starts_on", old_values."supplier_id", old_values."title", old_values."updated_at", old_values."value_amount" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e067c1102e61d5d9c1165f69d5c950e01ee15885",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e339a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="procurement_contract",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(
            """
            ALTER TABLE procurement_contractline ADD CONSTRAINT procurement_contractline_brand_of_model
            FOREIGN KEY (product_model_id, brand_id) REFERENCES supplychain_productmodel (id, brand_id)
            DEFERRABLE INITIALLY DEFERRED
            """,
            "ALTER TABLE procurement_contractline DROP CONSTRAINT procurement_contractline_brand_of_model",
        ),
    ]
