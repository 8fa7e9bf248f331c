#include "ui/settings/companypage.h"

#include "ui/settings/accountlist.h"
#include "ui/settings/fieldrow.h"
#include "ui/widgets/digitsedit.h"
#include "ui/widgets/kppedit.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

CompanyPage::CompanyPage(QWidget *parent)
    : SetupPage(tr("Company and person"), {}, parent), m_company(new NameEdit(160, content())),
      m_inn(new DigitsEdit(12, DigitsEdit::Show::plain, content())), m_kpp(new KppEdit(content())),
      m_operator(new NameEdit(100, content())), m_accounts(new AccountList(content()))
{
    m_kpp->setFont(accountFont());
    m_company->setObjectName(u"companyName"_s);
    m_inn->setObjectName(u"companyInn"_s);
    m_kpp->setObjectName(u"companyKpp"_s);
    m_operator->setObjectName(u"operatorName"_s);
    addField(ProfileField::operatorName, tr("&Your name"), m_operator,
             tr("It stands under every decision and in the audit record."));
    addField(ProfileField::companyName, tr("&Company"), m_company);
    addField(ProfileField::companyInn, tr("&INN"), m_inn);
    addField(ProfileField::companyKpp, tr("&KPP"), m_kpp, tr("A sole proprietor has none."));
    setTabOrder(m_operator, m_company);
    setTabOrder(m_company, m_inn);
    setTabOrder(m_inn, m_kpp);
    column()->addWidget(m_accounts);
    column()->addStretch();
    for (const QLineEdit *edit : {m_company, m_inn, m_kpp, m_operator})
        connect(edit, &QLineEdit::textChanged, this, &SetupPage::changed);
    connect(m_accounts, &AccountList::changed, this, &SetupPage::changed);
}

void CompanyPage::readFrom(const Profile &profile)
{
    m_company->setText(profile.companyName);
    m_inn->setText(profile.companyInn);
    m_kpp->setText(profile.companyKpp);
    m_operator->setText(profile.operatorName);
    m_accounts->setAccounts(profile.accounts);
}

void CompanyPage::writeTo(Profile &profile) const
{
    profile.companyName = m_company->text().trimmed();
    profile.companyInn = m_inn->text();
    profile.companyKpp = m_kpp->text();
    profile.operatorName = m_operator->text().trimmed();
    profile.accounts = m_accounts->accounts();
}

bool CompanyPage::shows(ProfileField field) const
{
    return field == ProfileField::accounts || field == ProfileField::accountNumber ||
           field == ProfileField::accountBik || SetupPage::shows(field);
}

void CompanyPage::showElsewhere(const QList<OpenPoint> &points)
{
    m_accounts->showPoints(points);
}

void CompanyPage::focusOn(const OpenPoint &point)
{
    SetupPage::focusOn(point);
    if (!point.field || rowOf(*point.field)) return;
    m_accounts->focusOn(point);
    ensureWidgetVisible(focusWidget() ? focusWidget() : m_accounts);
}

} // namespace countersign::ui
