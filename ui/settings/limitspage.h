#pragma once

#include "ui/settings/setuppage.h"

class QCheckBox;
class QLineEdit;
class QTimeEdit;

namespace countersign::ui {

/// Limits and payment hours; a live profile needs them.
class LimitsPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit LimitsPage(QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;
    void kindChanged(Environment kind) override;

protected:
    QList<OpenPoint> ownPoints(const Profile &profile) const override;

private:
    void setHours(const std::optional<PaymentHours> &hours);

    QLineEdit *m_perPayout;
    QLineEdit *m_perDay;
    QLineEdit *m_newRecipient;
    QCheckBox *m_limited;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};

} // namespace countersign::ui
