#pragma once

#include <QObject>

namespace countersign::ui {

/// A file that the desktop asks the running program to open: macOS sends an event instead of an argument. Watches the
/// application from its making on. Window's thread.
class FileWanted final : public QObject
{
    Q_OBJECT
public:
    explicit FileWanted(QObject *parent = nullptr);

Q_SIGNALS:
    /// An absolute path of this computer; addresses of other kinds are not passed on.
    void wanted(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace countersign::ui
