#pragma once

#include "core/clock.h"
#include "exchange/importdesk.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QFileSystemWatcher>
#include <QTime>

class QLabel;
class QMimeData;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace countersign::ui {

class ImportColumnsPage;
class ImportFilePage;
class ImportRowsPage;
class Note;

/// From a file to drafts in four steps: file, columns (tables only), rows with the control total, done. Never modal;
/// deletes itself when it is closed. Nothing is stored before `Make drafts`, and no key in a field does that. Reading
/// and making happen elsewhere; both show how far they are, and a reading can be stopped.
class ImportWindow final : public QDialog
{
    Q_OBJECT
public:
    /// The desk must outlive the window.
    ImportWindow(ImportDesk &desk, const Clock &clock, EnvironmentKind environment, QWidget *parent = nullptr);
    ~ImportWindow() override;

    /// Reads a file, as if a person had chosen it.
    void openFile(const QString &path);
    /// The file that was dropped; empty when it is not exactly one local file.
    [[nodiscard]] static QString droppedFile(const QMimeData *data);

public Q_SLOTS:
    void reject() override; ///< Esc and Close: stops a reading; waits while drafts are being made

Q_SIGNALS:
    /// Drafts are there.
    void imported(const countersign::ImportDone &done);
    /// The payout that a row became before is to be looked at.
    void payoutWanted(const countersign::PayoutId &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Step { fileStep, columnsStep, rowsStep, doneStep, workStep };
    [[nodiscard]] QWidget *workPage();
    [[nodiscard]] QWidget *donePage();
    [[nodiscard]] QWidget *footer();
    void goTo(Step step);
    void back();
    void next();
    void read(const ImportChoices &choices, Step onSuccess);
    void readDone(const ImportResult &result, const ImportChoices &choices, Step onSuccess);
    void stopWork();
    /// How the rows' recipients stand to who was paid before, from that row on.
    void askWhoWasPaid(qsizetype first);
    /// While the rows are looked at: whether the file still is what they show.
    void lookAgain();
    void lookedAgain(const Result<> &same);
    void makeDrafts();
    void draftsMade(const Result<ImportDone> &done);
    void saveRefused();
    void showStanding();
    void showProblem(const QString &headline, const QString &text);
    /// Shows what is under way; progress comes from the future. `stoppable`: the person may stop it.
    template <class T>
    void showWork(const QFuture<T> &work, const QString &words, bool stoppable);

    ImportDesk &m_desk;
    const Clock &m_clock;
    std::shared_ptr<const ImportSheet> m_sheet;
    ImportChoices m_choices;
    QString m_path;
    Step m_step = fileStep;
    Step m_before = fileStep;       ///< where a stopped work leads back to
    std::function<void()> m_cancel; ///< stops what is under way
    int m_work = 0;                 ///< counts what was begun; answers of what was stopped are dropped
    QFileSystemWatcher m_watcher;   ///< tells at once where the file lies on this computer
    bool m_looking = false;         ///< the file is being read once more
    bool m_lookOnceMore = false;    ///< it was written meanwhile
    bool m_fileIsOther = false;     ///< it is not the one whose rows are shown any more
    bool m_making = false;          ///< drafts are being made: there is no way back
    bool m_columnsComplete = false;
    ImportDone m_done;

    QLabel *m_title = nullptr;
    QStackedWidget *m_pages = nullptr;
    ImportFilePage *m_file = nullptr;
    ImportColumnsPage *m_columns = nullptr;
    ImportRowsPage *m_rows = nullptr;
    QLabel *m_workWords = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    Note *m_doneNote = nullptr;
    Note *m_problem = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_saveRefused = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_next = nullptr;
    QLabel *m_standing = nullptr;
};

} // namespace countersign::ui
