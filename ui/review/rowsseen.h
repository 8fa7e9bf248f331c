#pragma once

#include <QHash>
#include <QObject>
#include <QRegion>
#include <QWidget>

namespace countersign::ui {

/// Keeps which of some widgets have been wholly on the screen of their window, at once or bit by bit while scrolling
/// (threat-model.md U3). What counts is what can be painted: clipped by views, hidden pages and a minimised window.
class RowsSeen final : public QObject
{
    Q_OBJECT
public:
    explicit RowsSeen(QObject *parent = nullptr) : QObject(parent) {}
    /// Begins anew with these widgets; they must live as long as this or until the next watch().
    void watch(const QList<QWidget *> &rows);
    [[nodiscard]] bool all() const { return m_unseen.isEmpty(); }
    [[nodiscard]] qsizetype left() const { return m_unseen.size(); }
    /// Looks at what is visible now; to be called again and again, and after scrolling.
    void look();

Q_SIGNALS:
    void allSeen();

private:
    struct Part
    {
        QSize size;
        QRegion seen;
    };
    QHash<QWidget *, Part> m_unseen;
};

} // namespace countersign::ui
