#pragma once

#include <QObject>

class QAbstractItemView;
class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace countersign::ui {

/// A list of lines offered under a field while somebody types; whoever owns it knows what they mean. Changes no field.
class OfferPopup final : public QObject
{
    Q_OBJECT
public:
    OfferPopup(const QString &objectName, const QString &accessibleName, int mostLines, QObject *parent = nullptr);
    /// No lines: nothing is offered.
    void offer(QLineEdit &edit, const QStringList &lines);
    /// One line that can't be chosen: why there is nothing to offer.
    void say(QLineEdit &edit, const QString &sentence);
    void hide();
    [[nodiscard]] QAbstractItemView *view() const;

Q_SIGNALS:
    void chosen(int line);

protected:
    /// Enter in the list takes the line; the field below would move on to the next one.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QLineEdit &edit);

    QCompleter *m_completer;
    QStandardItemModel *m_lines;
};

} // namespace countersign::ui
