#pragma once

#include "ui/settings/setuppage.h"

class QLineEdit;

namespace countersign::ui {

class AccountList;

/// The company that pays, its accounts, and the person who sits here.
class CompanyPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit CompanyPage(QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;
    void focusOn(const OpenPoint &point) override;

protected:
    bool shows(ProfileField field) const override;
    void showElsewhere(const QList<OpenPoint> &points) override;

private:
    QLineEdit *m_company;
    QLineEdit *m_inn;
    QLineEdit *m_kpp;
    QLineEdit *m_operator;
    AccountList *m_accounts;
};

} // namespace countersign::ui
