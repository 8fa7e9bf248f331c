#pragma once

#include "ui/settings/setuppage.h"

class QLineEdit;
class QSpinBox;

namespace countersign::ui {

class LinesEdit;

/// What hardly anybody has to set: which keys the bank's server may show, the payer's identifier, how much may be under
/// way at once.
class AdvancedPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit AdvancedPage(QWidget *parent = nullptr);
    /// Whether the profile has any of it: then the assistant shows the page as well.
    [[nodiscard]] static bool isUsedBy(const Profile &profile);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;

private:
    [[nodiscard]] QSpinBox *numberBox(const QString &name, int most);
    void addReceiver();

    LinesEdit *m_pins;
    QLineEdit *m_submerchant;
    QSpinBox *m_calls;
    QSpinBox *m_connections;
    QSpinBox *m_connectionsPerPeer;
    QSpinBox *m_requests;
};

} // namespace countersign::ui
