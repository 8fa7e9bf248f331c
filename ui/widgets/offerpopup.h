#pragma once

#include <QObject>

class QAbstractItemView;
class QCompleter;
class QLineEdit;
class QStringListModel;

namespace countersign::ui {

/// A list of lines offered under a field while somebody types; whoever owns it knows what they mean. Changes no field.
class OfferPopup final : public QObject
{
    Q_OBJECT
public:
    OfferPopup(const QString &objectName, const QString &accessibleName, int mostLines, QObject *parent = nullptr);
    /// No lines: nothing is offered.
    void offer(QLineEdit &edit, const QStringList &lines);
    void hide();
    [[nodiscard]] QAbstractItemView *view() const;

Q_SIGNALS:
    void chosen(int line);

protected:
    /// Enter in the list takes the line; the field below would move on to the next one.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QCompleter *m_completer;
    QStringListModel *m_lines;
};

} // namespace countersign::ui
