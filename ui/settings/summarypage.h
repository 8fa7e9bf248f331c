#pragma once

#include "config/setupdesk.h"
#include "ui/settings/setuppage.h"

class QGridLayout;
class QLabel;

namespace countersign::ui {

class ConnectionView;

/// An open point and the page that it stands on.
struct PlacedPoint
{
    qsizetype page = 0;
    OpenPoint point;
};

/// The last page: what was entered, what is still open with the way to it, and the test of the connection.
class SummaryPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit SummaryPage(SetupDesk &desk, QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;
    void entered(const Profile &profile) override;
    void setOpenPoints(const QList<PlacedPoint> &points);

Q_SIGNALS:
    void pointChosen(const PlacedPoint &point);

private:
    QLabel *addFact(const QString &label, const QString &text);
    void addBankKeys(const Profile &profile);
    void addAutomaticConfirmation(AutomaticConfirmation answer);

    SetupDesk &m_desk;
    QLabel *m_head;
    QWidget *m_points;
    QWidget *m_facts;
    QGridLayout *m_grid;
    ConnectionView *m_connection;
};

} // namespace countersign::ui
