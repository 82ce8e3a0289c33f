import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='IloConvention',
            fields=[
                ('code', models.CharField(help_text='For example C087 or P029.', max_length=8, primary_key=True, serialize=False, verbose_name='code')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('is_fundamental', models.BooleanField(default=False, verbose_name='fundamental')),
                ('is_governance', models.BooleanField(default=False, verbose_name='governance (priority)')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'ILO convention',
                'verbose_name_plural': 'ILO conventions',
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, unique=True, verbose_name='identifier')),
                ('role', models.CharField(choices=[('lead', 'Lead partner'), ('partner', 'Partner'), ('consultant', 'Consultant')], default='partner', max_length=12, verbose_name='role')),
                ('area', models.CharField(blank=True, max_length=120, verbose_name='area')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_records', to='campaigns.partner', verbose_name='merged into')),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='core.organisation', verbose_name='organisation')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'partner',
                'verbose_name_plural': 'partners',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='campaigns_partner_not_merged_into_itself', violation_error_message='A record cannot be merged into itself.'), models.CheckConstraint(condition=models.Q(('role__in', ['lead', 'partner', 'consultant'])), name='campaigns_partner_role_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."area" IS DISTINCT FROM (NEW."area") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))', func='NEW.updated_at = now(); RETURN NEW;', hash='073c0853e9901b1c413423d821b0145139d8854d', operation='UPDATE', pgid='pgtrigger_touch_updated_at_efd35', table='campaigns_partner', when='BEFORE')), pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "campaigns_partnerversion" ("area", "created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "source_id", "updated_at") SELECT new_values."area", new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."role", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='66b7301ada26acdda577f8a3f01615b534e72887', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0d8cc', referencing='REFERENCING NEW TABLE AS new_values ', table='campaigns_partner', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "campaigns_partnerversion" ("area", "created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "source_id", "updated_at") SELECT new_values."area", new_values."created_at", new_values."id", new_values."is_demo", new_values."merged_into_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."role", new_values."source_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ec2ca67d6a9e8113f527f97c35a44b73806fd57b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_afe46', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='campaigns_partner', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "campaigns_partnerversion" ("area", "created_at", "id", "is_demo", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "source_id", "updated_at") SELECT old_values."area", old_values."created_at", old_values."id", old_values."is_demo", old_values."merged_into_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."role", old_values."source_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7a82b32bca928a5a46f5d37eb337a7b2383297bd', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d3a12', referencing='REFERENCING OLD TABLE AS old_values ', table='campaigns_partner', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='PartnerVersion',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, verbose_name='identifier')),
                ('role', models.CharField(choices=[('lead', 'Lead partner'), ('partner', 'Partner'), ('consultant', 'Consultant')], default='partner', max_length=12, verbose_name='role')),
                ('area', models.CharField(blank=True, max_length=120, verbose_name='area')),
                ('merged_into', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='campaigns.partner', verbose_name='merged into')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisation', verbose_name='organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='versions', to='campaigns.partner')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='QuotedTotal',
            fields=[
                ('code', models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name='code')),
                ('label', models.CharField(max_length=200, verbose_name='what it counts')),
                ('value', models.PositiveBigIntegerField(verbose_name='figure')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('stated_on', models.DateField(blank=True, null=True, verbose_name='as of')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'quoted total',
                'verbose_name_plural': 'quoted totals',
                'ordering': ('position',),
                'constraints': [models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='campaigns_quotedtotal_label_given')],
            },
        ),
    ]
