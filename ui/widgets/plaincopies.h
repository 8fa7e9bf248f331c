#pragma once

#include <QObject>

class QAbstractItemView;

namespace countersign::ui {

/// Ctrl+C in a table copies the chosen cell as it is shown, numbers without the gaps in which they are shown. Belongs to
/// the view.
class PlainCopies final : public QObject
{
    Q_OBJECT
public:
    explicit PlainCopies(QAbstractItemView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView &m_view;
};

} // namespace countersign::ui
