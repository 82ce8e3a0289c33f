import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models

# `fold_text` is declared immutable, which `unaccent` alone is not: its dictionary is named in
# full, so the result depends on nothing that changes between sessions. `cjk_grams` gives the
# one- and two-character pieces of every run of Chinese, Japanese or Korean characters.
FOLD_TEXT = """
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent('public.unaccent'::regdictionary, value));
"""
CJK = "[\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff]"
CJK_GRAMS = f"""
CREATE FUNCTION cjk_grams(VARIADIC value text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE WHEN array_to_string(value, ' ') ~ '{CJK}' THEN (
        SELECT coalesce(array_agg(DISTINCT gram), '{{}}')
        FROM regexp_matches(array_to_string(value, ' '), '{CJK}+', 'g') AS runs(run),
             generate_series(1, length(run[1])) AS start,
             generate_series(1, 2) AS size,
             substr(run[1], start, size) AS gram
    ) ELSE '{{}}'::text[] END
$$;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGinExtension(),
        migrations.RunSQL([FOLD_TEXT, CJK_GRAMS], "DROP FUNCTION fold_text(text); DROP FUNCTION cjk_grams(text[])"),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('language', models.CharField(blank=True, max_length=10, verbose_name='language')),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='created at')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='core_user_email_unique', violation_error_message='There is already an account with this e-mail address.')],
            },
        ),
        migrations.CreateModel(
            name='ApiToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='what it is for')),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='created at')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='expires at')),
                ('last_used_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='last used at')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='api_tokens', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'API token',
                'verbose_name_plural': 'API tokens',
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, unique=True, verbose_name='identifier')),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('parameters', models.JSONField(default=dict, verbose_name='parameters')),
                ('state', models.CharField(choices=[('queued', 'Waiting'), ('running', 'Running'), ('succeeded', 'Done'), ('failed', 'Failed'), ('cancelled', 'Cancelled'), ('expired', 'Expired')], default='queued', max_length=12, verbose_name='state')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='done')),
                ('total', models.PositiveIntegerField(blank=True, null=True, verbose_name='of')),
                ('message', models.TextField(blank=True, verbose_name='message')),
                ('cancel_requested', models.BooleanField(default=False, verbose_name='cancellation requested')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='started at')),
                ('heartbeat_at', models.DateTimeField(blank=True, null=True, verbose_name='last sign of life')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished at')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='result kept until')),
                ('result_file', models.CharField(blank=True, max_length=300, verbose_name='result file')),
                ('result_name', models.CharField(blank=True, max_length=300, verbose_name='name of the download')),
                ('result_sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the result')),
                ('data_as_of', models.DateTimeField(default=django.utils.timezone.now, verbose_name='data as of')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_records', to='core.job', verbose_name='merged into')),
                ('requested_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to=settings.AUTH_USER_MODEL, verbose_name='requested by')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
            ],
            options={
                'verbose_name': 'job',
                'verbose_name_plural': 'jobs',
                'abstract': False,
                'indexes': [models.Index(fields=['state', 'heartbeat_at'], name='core_job_alive')],
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='core_job_not_merged_into_itself', violation_error_message='A record cannot be merged into itself.'), models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'running', 'succeeded', 'failed', 'cancelled', 'expired'])), name='core_job_state_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."cancel_requested" IS DISTINCT FROM (NEW."cancel_requested") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."data_as_of" IS DISTINCT FROM (NEW."data_as_of") OR OLD."done" IS DISTINCT FROM (NEW."done") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."heartbeat_at" IS DISTINCT FROM (NEW."heartbeat_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."parameters" IS DISTINCT FROM (NEW."parameters") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."result_file" IS DISTINCT FROM (NEW."result_file") OR OLD."result_name" IS DISTINCT FROM (NEW."result_name") OR OLD."result_sha256" IS DISTINCT FROM (NEW."result_sha256") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."total" IS DISTINCT FROM (NEW."total"))', func='NEW.updated_at = now(); RETURN NEW;', hash='02278527f6eeb7c9f6b4ce52b6bf6190fb3c244c', operation='UPDATE', pgid='pgtrigger_touch_updated_at_f0abf', table='core_job', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, unique=True, verbose_name='identifier')),
                ('listing', models.CharField(max_length=40, verbose_name='list')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('query', models.TextField(blank=True, verbose_name='query')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_records', to='core.savedsearch', verbose_name='merged into')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_searches', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
            ],
            options={
                'verbose_name': 'saved search',
                'verbose_name_plural': 'saved searches',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='core_savedsearch_not_merged_into_itself', violation_error_message='A record cannot be merged into itself.'), models.UniqueConstraint(fields=('owner', 'listing', 'name'), name='core_saved_search_name_once', violation_error_message='You already have a saved search of this name.')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."listing" IS DISTINCT FROM (NEW."listing") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."query" IS DISTINCT FROM (NEW."query"))', func='NEW.updated_at = now(); RETURN NEW;', hash='9ef30e25bf577afd7bf20d8ac313dd81dd63140f', operation='UPDATE', pgid='pgtrigger_touch_updated_at_f68f8', table='core_savedsearch', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, unique=True, verbose_name='identifier')),
                ('code', models.SlugField(help_text='Short name by which commands and imports refer to it.', max_length=80, unique=True, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('kind', models.CharField(choices=[('brand_list', 'Supplier list published by a brand'), ('disclosure', 'Disclosure by a supplier or brand'), ('certificate', 'Certificate'), ('monitoring', 'Monitoring report'), ('register', 'Register'), ('site_claim', 'Statement of the site'), ('press', 'Press or trade data'), ('notice', 'Public procurement notice'), ('reference', 'Reference list or standard'), ('web_page', 'Web page'), ('research', 'Research'), ('other', 'Other')], max_length=20, verbose_name='kind')),
                ('publisher_name', models.CharField(max_length=300, verbose_name='publisher or author')),
                ('document', models.CharField(blank=True, max_length=300, verbose_name='document or file')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the file')),
                ('url', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                ('retrieved_on', models.DateField(blank=True, null=True, verbose_name='retrieved on')),
                ('licence', models.CharField(blank=True, max_length=120, verbose_name='licence')),
                ('is_public', models.BooleanField(default=False, help_text='Anyone can read the document itself.', verbose_name='public')),
                ('granularity', models.CharField(blank=True, choices=[('site', 'Sites with address'), ('region', 'Companies with region or country'), ('none', 'Names only')], help_text='For lists of suppliers.', max_length=10, verbose_name='granularity')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_records', to='core.source', verbose_name='merged into')),
            ],
            options={
                'verbose_name': 'source',
                'verbose_name_plural': 'sources',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='core_source_not_merged_into_itself', violation_error_message='A record cannot be merged into itself.'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('publisher_name', ''), _negated=True)), name='core_source_says_who_and_what', violation_error_message='Say who published it and what it is called.'), models.CheckConstraint(condition=models.Q(('kind__in', ['brand_list', 'disclosure', 'certificate', 'monitoring', 'register', 'site_claim', 'press', 'notice', 'reference', 'web_page', 'research', 'other'])), name='core_source_kind_known'), models.CheckConstraint(condition=models.Q(('granularity', ''), ('granularity__in', ['site', 'region', 'none']), _connector='OR'), name='core_source_granularity_known')],
            },
        ),
        migrations.CreateModel(
            name='Currency',
            fields=[
                ('code', models.CharField(max_length=3, primary_key=True, serialize=False, verbose_name='ISO 4217 code')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'currency',
                'verbose_name_plural': 'currencies',
            },
        ),
        migrations.CreateModel(
            name='Country',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False, verbose_name='ISO 3166-1 alpha-2 code')),
                ('alpha3', models.CharField(max_length=3, unique=True, verbose_name='ISO 3166-1 alpha-3 code')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'country',
                'verbose_name_plural': 'countries',
            },
        ),
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, unique=True, verbose_name='identifier')),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('file_name', models.CharField(max_length=300, verbose_name='file')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the file')),
                ('mapping', models.JSONField(default=dict, verbose_name='mapping of columns')),
                ('state', models.CharField(choices=[('running', 'Running'), ('previewed', 'Tried without saving'), ('completed', 'Completed'), ('failed', 'Failed')], default='running', max_length=12, verbose_name='state')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='started at')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished at')),
                ('read_count', models.PositiveIntegerField(default=0, verbose_name='rows read')),
                ('created_count', models.PositiveIntegerField(default=0, verbose_name='created')),
                ('changed_count', models.PositiveIntegerField(default=0, verbose_name='changed')),
                ('unchanged_count', models.PositiveIntegerField(default=0, verbose_name='unchanged')),
                ('review_count', models.PositiveIntegerField(default=0, verbose_name='to review')),
                ('rejected_count', models.PositiveIntegerField(default=0, verbose_name='rejected')),
                ('warning_count', models.PositiveIntegerField(default=0, verbose_name='warnings')),
                ('actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='started by')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_records', to='core.importrun', verbose_name='merged into')),
                ('sources', models.ManyToManyField(related_name='import_runs', to='core.source', verbose_name='sources')),
            ],
            options={
                'verbose_name': 'import run',
                'verbose_name_plural': 'import runs',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='core_importrun_not_merged_into_itself', violation_error_message='A record cannot be merged into itself.'), models.CheckConstraint(condition=models.Q(('state__in', ['running', 'previewed', 'completed', 'failed'])), name='core_import_run_state_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."actor_id" IS DISTINCT FROM (NEW."actor_id") OR OLD."changed_count" IS DISTINCT FROM (NEW."changed_count") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_count" IS DISTINCT FROM (NEW."created_count") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."mapping" IS DISTINCT FROM (NEW."mapping") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."read_count" IS DISTINCT FROM (NEW."read_count") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."rejected_count" IS DISTINCT FROM (NEW."rejected_count") OR OLD."review_count" IS DISTINCT FROM (NEW."review_count") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."unchanged_count" IS DISTINCT FROM (NEW."unchanged_count") OR OLD."warning_count" IS DISTINCT FROM (NEW."warning_count"))', func='NEW.updated_at = now(); RETURN NEW;', hash='249e52a8a3d844057b089af887aac05fec264d28', operation='UPDATE', pgid='pgtrigger_touch_updated_at_187e9', table='core_importrun', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='row')),
                ('raw', models.JSONField(verbose_name='as read')),
                ('verdict', models.CharField(choices=[('created', 'Created'), ('changed', 'Changed'), ('unchanged', 'Unchanged'), ('review', 'Needs review'), ('rejected', 'Rejected')], max_length=10, verbose_name='verdict')),
                ('messages', models.JSONField(default=list, verbose_name='messages')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='core.importrun', verbose_name='run')),
            ],
            options={
                'verbose_name': 'imported row',
                'verbose_name_plural': 'imported rows',
                'constraints': [models.UniqueConstraint(fields=('run', 'number'), name='core_import_row_once'), models.CheckConstraint(condition=models.Q(('verdict__in', ['created', 'changed', 'unchanged', 'review', 'rejected'])), name='core_import_row_verdict_known')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, unique=True, verbose_name='identifier')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('name_local', models.CharField(blank=True, max_length=300, verbose_name='name in local script')),
                ('name_local_lang', models.CharField(blank=True, help_text='BCP 47 tag, for example zh-Hans.', max_length=20, verbose_name='language of the local name')),
                ('latin_reading', models.CharField(blank=True, editable=False, max_length=600)),
                ('sort_key', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('name'), arg_joiner=' || ', output_field=models.TextField(), template='(%(expressions)s)'), function='fold_text', output_field=models.TextField()), output_field=models.TextField())),
                ('search_text', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('name'), models.Value(' '), models.F('name_local'), models.Value(' '), models.F('latin_reading'), arg_joiner=' || ', output_field=models.TextField(), template='(%(expressions)s)'), function='fold_text', output_field=models.TextField()), output_field=models.TextField())),
                ('search_grams', models.GeneratedField(db_persist=True, expression=models.Func(models.F('name'), models.F('name_local'), function='cjk_grams', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                ('short_name', models.CharField(blank=True, max_length=80, verbose_name='short name')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='city')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('iati_type', models.CharField(blank=True, choices=[('10', 'Government'), ('11', 'Local government'), ('15', 'Other public sector'), ('21', 'International NGO'), ('22', 'National NGO'), ('23', 'Regional NGO'), ('24', 'Partner country based NGO'), ('30', 'Public private partnership'), ('40', 'Multilateral'), ('60', 'Foundation'), ('70', 'Private sector'), ('71', 'Private sector in provider country'), ('72', 'Private sector in aid recipient country'), ('73', 'Private sector in third country'), ('80', 'Academic, training and research'), ('90', 'Other')], max_length=2, verbose_name='IATI organisation type')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.country', verbose_name='country')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_records', to='core.organisation', verbose_name='merged into')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='core.organisation', verbose_name='part of')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'abstract': False,
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(models.F('search_text'), name='gin_trgm_ops'), name='core_organisation_trgm'), django.contrib.postgres.indexes.GinIndex(fields=['search_grams'], name='core_organisation_grams'), models.Index(fields=['sort_key', 'id'], name='core_organisation_sort')],
                'constraints': [models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='core_organisation_not_merged_into_itself', violation_error_message='A record cannot be merged into itself.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='core_organisation_name_given', violation_error_message='Give a name.'), models.CheckConstraint(condition=models.Q(('iati_type', ''), ('iati_type__in', ['10', '11', '15', '21', '22', '23', '24', '30', '40', '60', '70', '71', '72', '73', '80', '90']), _connector='OR'), name='core_organisation_iati_type_known'), models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='core_organisation_not_its_own_parent', violation_error_message='An organisation cannot be part of itself.')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."iati_type" IS DISTINCT FROM (NEW."iati_type") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."latin_reading" IS DISTINCT FROM (NEW."latin_reading") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_local" IS DISTINCT FROM (NEW."name_local") OR OLD."name_local_lang" IS DISTINCT FROM (NEW."name_local_lang") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."short_name" IS DISTINCT FROM (NEW."short_name") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.updated_at = now(); RETURN NEW;', hash='0a2a98eac851cbf0913278d8c1273e3e2b09f97c', operation='UPDATE', pgid='pgtrigger_touch_updated_at_e350e', table='core_organisation', when='BEFORE')), pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_organisationversion" ("city", "country_id", "created_at", "iati_type", "id", "is_demo", "latin_reading", "merged_into_id", "name", "name_local", "name_local_lang", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "short_name", "source_id", "updated_at", "website") SELECT new_values."city", new_values."country_id", new_values."created_at", new_values."iati_type", new_values."id", new_values."is_demo", new_values."latin_reading", new_values."merged_into_id", new_values."name", new_values."name_local", new_values."name_local_lang", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."short_name", new_values."source_id", new_values."updated_at", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1e8c704bca5038e8c05645bda0af5e0480a754a2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1e9d1', referencing='REFERENCING NEW TABLE AS new_values ', table='core_organisation', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_organisationversion" ("city", "country_id", "created_at", "iati_type", "id", "is_demo", "latin_reading", "merged_into_id", "name", "name_local", "name_local_lang", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "short_name", "source_id", "updated_at", "website") SELECT new_values."city", new_values."country_id", new_values."created_at", new_values."iati_type", new_values."id", new_values."is_demo", new_values."latin_reading", new_values."merged_into_id", new_values."name", new_values."name_local", new_values."name_local_lang", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."short_name", new_values."source_id", new_values."updated_at", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='57471a0b53f4332893542519386aa028103ce391', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1b882', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='core_organisation', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_organisationversion" ("city", "country_id", "created_at", "iati_type", "id", "is_demo", "latin_reading", "merged_into_id", "name", "name_local", "name_local_lang", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "short_name", "source_id", "updated_at", "website") SELECT old_values."city", old_values."country_id", old_values."created_at", old_values."iati_type", old_values."id", old_values."is_demo", old_values."latin_reading", old_values."merged_into_id", old_values."name", old_values."name_local", old_values."name_local_lang", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."short_name", old_values."source_id", old_values."updated_at", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='182f9ec83072553c12578299354e0a86858ea45d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8a59c', referencing='REFERENCING OLD TABLE AS old_values ', table='core_organisation', when='AFTER'))],
            },
        ),
        # Organisations name their source and sources their publisher: one of the two has to come later.
        migrations.AddField(
            model_name='source',
            name='publisher',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='published_sources', to='core.organisation', verbose_name='publisher on record'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."document" IS DISTINCT FROM (NEW."document") OR OLD."granularity" IS DISTINCT FROM (NEW."granularity") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."licence" IS DISTINCT FROM (NEW."licence") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id") OR OLD."publisher_name" IS DISTINCT FROM (NEW."publisher_name") OR OLD."retrieved_on" IS DISTINCT FROM (NEW."retrieved_on") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func='NEW.updated_at = now(); RETURN NEW;', hash='75f42c08941f77304effceeede258f742f8615a8', operation='UPDATE', pgid='pgtrigger_touch_updated_at_d650a', table='core_source', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_sourceversion" ("code", "created_at", "document", "granularity", "id", "is_demo", "is_public", "kind", "licence", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published_on", "publisher_id", "publisher_name", "retrieved_on", "sha256", "title", "updated_at", "url") SELECT new_values."code", new_values."created_at", new_values."document", new_values."granularity", new_values."id", new_values."is_demo", new_values."is_public", new_values."kind", new_values."licence", new_values."merged_into_id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."published_on", new_values."publisher_id", new_values."publisher_name", new_values."retrieved_on", new_values."sha256", new_values."title", new_values."updated_at", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='af7d7cd0b91d860adf305c78c6346c2885823f7d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a4024', referencing='REFERENCING NEW TABLE AS new_values ', table='core_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_sourceversion" ("code", "created_at", "document", "granularity", "id", "is_demo", "is_public", "kind", "licence", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published_on", "publisher_id", "publisher_name", "retrieved_on", "sha256", "title", "updated_at", "url") SELECT new_values."code", new_values."created_at", new_values."document", new_values."granularity", new_values."id", new_values."is_demo", new_values."is_public", new_values."kind", new_values."licence", new_values."merged_into_id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."published_on", new_values."publisher_id", new_values."publisher_name", new_values."retrieved_on", new_values."sha256", new_values."title", new_values."updated_at", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8df14509e46258aa64cb007d1fb4a127d0d9e2fe', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fa16b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='core_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_sourceversion" ("code", "created_at", "document", "granularity", "id", "is_demo", "is_public", "kind", "licence", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published_on", "publisher_id", "publisher_name", "retrieved_on", "sha256", "title", "updated_at", "url") SELECT old_values."code", old_values."created_at", old_values."document", old_values."granularity", old_values."id", old_values."is_demo", old_values."is_public", old_values."kind", old_values."licence", old_values."merged_into_id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."published_on", old_values."publisher_id", old_values."publisher_name", old_values."retrieved_on", old_values."sha256", old_values."title", old_values."updated_at", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='00a0118d9e4d74a753adf70a6747287067a2c2d3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d52a1', referencing='REFERENCING OLD TABLE AS old_values ', table='core_source', when='AFTER')),
        ),
        migrations.CreateModel(
            name='OrganisationIdentifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('scheme', models.CharField(help_text='For example LEI, DUNS or an org-id code.', max_length=20, verbose_name='scheme')),
                ('value', models.CharField(max_length=100, verbose_name='value')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='core.organisation', verbose_name='organisation')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'organisation identifier',
                'verbose_name_plural': 'organisation identifiers',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('scheme', 'value'), name='core_organisation_identifier_unique', violation_error_message='Another organisation has this identifier.')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."scheme" IS DISTINCT FROM (NEW."scheme") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."value" IS DISTINCT FROM (NEW."value"))', func='NEW.updated_at = now(); RETURN NEW;', hash='57082b26deffa2279e8349389a517e3ff4b47a83', operation='UPDATE', pgid='pgtrigger_touch_updated_at_c06ff', table='core_organisationidentifier', when='BEFORE')), pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_organisationidentifierversion" ("created_at", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source_id", "updated_at", "value") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scheme", new_values."source_id", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5e2a9367968cd7d15f2e7931f9d9f00262c74973', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f2702', referencing='REFERENCING NEW TABLE AS new_values ', table='core_organisationidentifier', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_organisationidentifierversion" ("created_at", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source_id", "updated_at", "value") SELECT new_values."created_at", new_values."id", new_values."is_demo", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scheme", new_values."source_id", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ff4c3d4489c15e331609e2fec6e9599f783f0348', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b2f83', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='core_organisationidentifier', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_organisationidentifierversion" ("created_at", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source_id", "updated_at", "value") SELECT old_values."created_at", old_values."id", old_values."is_demo", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scheme", old_values."source_id", old_values."updated_at", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='858080102cc0316fb2ebc48313193e1c25379289', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_eb14b', referencing='REFERENCING OLD TABLE AS old_values ', table='core_organisationidentifier', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='OrganisationVersion',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, verbose_name='identifier')),
                ('name', models.CharField(max_length=300, verbose_name='name')),
                ('name_local', models.CharField(blank=True, max_length=300, verbose_name='name in local script')),
                ('name_local_lang', models.CharField(blank=True, help_text='BCP 47 tag, for example zh-Hans.', max_length=20, verbose_name='language of the local name')),
                ('latin_reading', models.CharField(blank=True, editable=False, max_length=600)),
                ('sort_key', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('name'), arg_joiner=' || ', output_field=models.TextField(), template='(%(expressions)s)'), function='fold_text', output_field=models.TextField()), output_field=models.TextField())),
                ('search_text', models.GeneratedField(db_persist=True, expression=models.Func(models.Func(models.F('name'), models.Value(' '), models.F('name_local'), models.Value(' '), models.F('latin_reading'), arg_joiner=' || ', output_field=models.TextField(), template='(%(expressions)s)'), function='fold_text', output_field=models.TextField()), output_field=models.TextField())),
                ('search_grams', models.GeneratedField(db_persist=True, expression=models.Func(models.F('name'), models.F('name_local'), function='cjk_grams', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                ('short_name', models.CharField(blank=True, max_length=80, verbose_name='short name')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='city')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('iati_type', models.CharField(blank=True, choices=[('10', 'Government'), ('11', 'Local government'), ('15', 'Other public sector'), ('21', 'International NGO'), ('22', 'National NGO'), ('23', 'Regional NGO'), ('24', 'Partner country based NGO'), ('30', 'Public private partnership'), ('40', 'Multilateral'), ('60', 'Foundation'), ('70', 'Private sector'), ('71', 'Private sector in provider country'), ('72', 'Private sector in aid recipient country'), ('73', 'Private sector in third country'), ('80', 'Academic, training and research'), ('90', 'Other')], max_length=2, verbose_name='IATI organisation type')),
                ('country', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.country', verbose_name='country')),
                ('merged_into', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisation', verbose_name='merged into')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisation', verbose_name='part of')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='versions', to='core.organisation')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrganisationIdentifierVersion',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('scheme', models.CharField(help_text='For example LEI, DUNS or an org-id code.', max_length=20, verbose_name='scheme')),
                ('value', models.CharField(max_length=100, verbose_name='value')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisation', verbose_name='organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='versions', to='core.organisationidentifier')),
                ('source', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SourceVersion',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('public_id', models.CharField(editable=False, max_length=16, verbose_name='identifier')),
                ('code', models.SlugField(db_index=False, help_text='Short name by which commands and imports refer to it.', max_length=80, verbose_name='code')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('kind', models.CharField(choices=[('brand_list', 'Supplier list published by a brand'), ('disclosure', 'Disclosure by a supplier or brand'), ('certificate', 'Certificate'), ('monitoring', 'Monitoring report'), ('register', 'Register'), ('site_claim', 'Statement of the site'), ('press', 'Press or trade data'), ('notice', 'Public procurement notice'), ('reference', 'Reference list or standard'), ('web_page', 'Web page'), ('research', 'Research'), ('other', 'Other')], max_length=20, verbose_name='kind')),
                ('publisher_name', models.CharField(max_length=300, verbose_name='publisher or author')),
                ('document', models.CharField(blank=True, max_length=300, verbose_name='document or file')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the file')),
                ('url', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                ('retrieved_on', models.DateField(blank=True, null=True, verbose_name='retrieved on')),
                ('licence', models.CharField(blank=True, max_length=120, verbose_name='licence')),
                ('is_public', models.BooleanField(default=False, help_text='Anyone can read the document itself.', verbose_name='public')),
                ('granularity', models.CharField(blank=True, choices=[('site', 'Sites with address'), ('region', 'Companies with region or country'), ('none', 'Names only')], help_text='For lists of suppliers.', max_length=10, verbose_name='granularity')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('merged_into', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.source', verbose_name='merged into')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='versions', to='core.source')),
                ('publisher', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisation', verbose_name='publisher on record')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('role', models.CharField(choices=[('procurer', 'Public buyer'), ('partner', 'Campaign partner'), ('monitor', 'Monitoring partner'), ('admin', 'Administrator')], max_length=20, verbose_name='role')),
                ('is_active', models.BooleanField(default=True, verbose_name='in force')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='core.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('user', 'organisation', 'role'), name='core_membership_once', violation_error_message='This person already has this role there.'), models.CheckConstraint(condition=models.Q(('role__in', ['procurer', 'partner', 'monitor', 'admin'])), name='core_membership_role_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_updated_at', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='NEW.updated_at = now(); RETURN NEW;', hash='de63b138a1ce5f0abdb74c7ea904824a9a75b2bd', operation='UPDATE', pgid='pgtrigger_touch_updated_at_9c2cb', table='core_membership', when='BEFORE')), pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipversion" ("created_at", "id", "is_active", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at", "user_id") SELECT new_values."created_at", new_values."id", new_values."is_active", new_values."is_demo", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."updated_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='78555b5e6377e8c30c3d07e39e5d11efc9d8b3d3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ec0e8', referencing='REFERENCING NEW TABLE AS new_values ', table='core_membership', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipversion" ("created_at", "id", "is_active", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at", "user_id") SELECT new_values."created_at", new_values."id", new_values."is_active", new_values."is_demo", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."updated_at", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e9e002bae64ae547667ae56b43e4f24d836db310', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_af665', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='core_membership', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_membershipversion" ("created_at", "id", "is_active", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at", "user_id") SELECT old_values."created_at", old_values."id", old_values."is_active", old_values."is_demo", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."updated_at", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ae777af598efb82dce24f2134bc6832cda8ab2df', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bf7cb', referencing='REFERENCING OLD TABLE AS old_values ', table='core_membership', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='MembershipVersion',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional demo record')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded at')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed at')),
                ('role', models.CharField(choices=[('procurer', 'Public buyer'), ('partner', 'Campaign partner'), ('monitor', 'Monitoring partner'), ('admin', 'Administrator')], max_length=20, verbose_name='role')),
                ('is_active', models.BooleanField(default=True, verbose_name='in force')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='versions', to='core.membership')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisation', verbose_name='organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
