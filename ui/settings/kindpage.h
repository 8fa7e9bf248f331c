#pragma once

#include "ui/settings/setuppage.h"

#include <QStringList>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QPushButton;

namespace countersign::ui {

class Note;

/// The first page: practice, demo or live, what each means, what one computer can promise, and the profile's name.
class KindPage final : public SetupPage
{
    Q_OBJECT
public:
    /// `taken`: names of other profiles.
    explicit KindPage(const QStringList &taken, QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;
    /// From now on kind and name stay: files stand in the profile's folder.
    void fix();
    /// Practice with the bank that the program brings: nothing else is to be filled in.
    [[nodiscard]] bool isReadyMade() const;

Q_SIGNALS:
    void kindChosen(Environment kind);
    /// The profile is on another computer, and this one gets it from a backup.
    void bringWanted();

protected:
    QList<OpenPoint> ownPoints(const Profile &profile) const override;

private:
    void addOwnBank();
    void showNameRow();
    void addKind(Environment kind, const QString &name, const QString &meaning);
    void proposeName();
    [[nodiscard]] Environment kind() const;

    QStringList m_taken;
    QButtonGroup *m_kinds;
    QCheckBox *m_ownBank;
    QLineEdit *m_name;
    Note *m_fixed;
    QPushButton *m_bring;
    bool m_nameTyped = false;
};

} // namespace countersign::ui
