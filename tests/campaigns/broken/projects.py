"""Rules of projects."""

import datetime

from tests.factories import campaigns

BROKEN = [
    (campaigns.ProjectFactory, {"name": ""}, "campaigns_project_name_given"),
    (campaigns.ProjectFactory, {"ends_on": datetime.date(2023, 12, 31)}, "campaigns_project_dates_in_order"),
    (campaigns.ProjectFactory, {"budget": 5}, "campaigns_project_budget_with_currency"),
    (campaigns.ProjectFactory, {"funded_percent": 101}, "campaigns_project_share_is_percentage"),
    (campaigns.ProjectPartnerFactory, {"role": "king"}, "campaigns_projectpartner_role_known"),
    (campaigns.BudgetLineFactory, {"amount": -1}, "campaigns_budgetline_not_negative"),
]
