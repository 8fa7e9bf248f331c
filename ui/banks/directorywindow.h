#pragma once

#include "directory/directorydesk.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace countersign::ui {

class Note;
class ReasonPanel;

/// The directory of banks: which one is in force, fetching or reading another, and, where something speaks against it,
/// what is different and the written word of a person who wants it all the same. Never modal; deletes itself when it
/// is closed.
class DirectoryWindow final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int mostRows = 500; ///< differences shown; what has been changed most dangerously comes first

    /// The desk must outlive the window.
    DirectoryWindow(DirectoryDesk &desk, EnvironmentKind environment, QWidget *parent = nullptr);

    /// Reads this file as if the person had chosen it.
    void readFile(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *footer();
    void showPresent();
    void showSuggestion(const KeptDirectory &present);
    void fetch();
    void chooseFile();
    void waitFor(const QFuture<Result<OfferedDirectory>> &offer, const QString &words);
    void judge(const OfferedDirectory &offered);
    void askForAcceptance(const OfferedDirectory &offered);
    void take(const OfferedDirectory &offered, const QString &acceptance);
    void showDifferences(const OfferedDirectory &offered);
    void showProblem(const Error &error);
    void setWorking(bool working);

    DirectoryDesk &m_desk;
    std::optional<OfferedDirectory> m_asked; ///< waits for a person's word
    QLabel *m_day = nullptr;
    QLabel *m_entries = nullptr;
    QLabel *m_origin = nullptr;
    QPushButton *m_fetch = nullptr;
    QPushButton *m_read = nullptr;
    QPushButton *m_named = nullptr;
    Note *m_result = nullptr;
    QTableWidget *m_table = nullptr;
    ReasonPanel *m_acceptance = nullptr;
};

} // namespace countersign::ui
