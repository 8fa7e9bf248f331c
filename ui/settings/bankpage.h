#pragma once

#include "ui/settings/setuppage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace countersign {
class SetupDesk;
}

namespace countersign::ui {

class BankKeyList;
class FileField;

/// How the bank is reached and recognised: address, project, its public keys, an extra certificate.
class BankPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit BankPage(SetupDesk &desk, QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;
    void kindChanged(Environment kind) override;
    void entered(const Profile &profile) override;
    void focusOn(const OpenPoint &point) override;

protected:
    bool shows(ProfileField field) const override;
    QList<OpenPoint> ownPoints(const Profile &profile) const override;
    void showElsewhere(const QList<OpenPoint> &points) override;

private:
    void addAnswer();
    [[nodiscard]] QUrl address() const;

    QLineEdit *m_address;
    QLineEdit *m_project;
    BankKeyList *m_keys;
    FileField *m_certificate;
    QComboBox *m_automatic;
    QCheckBox *m_idempotency;
    FileField *m_directory;
};

} // namespace countersign::ui
