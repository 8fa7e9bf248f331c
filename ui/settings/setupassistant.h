#pragma once

#include "config/setupdesk.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace countersign::ui {

class EnvironmentStripe;
class HintButton;
class KindPage;
class Note;
class PageSet;
class SetupPage;
class SummaryPage;
struct PlacedPoint;

/// Sets a profile up, page by page. Not modal by itself; deletes itself when it closes. Enter never presses a button
/// here. QDialog's rejected() says that it was closed without a finished profile.
class SetupAssistant final : public QDialog
{
    Q_OBJECT
public:
    /// `unfinished`: a profile that is to be gone on with; empty: a new one.
    explicit SetupAssistant(SetupDesk &desk, const QString &unfinished = {}, QWidget *parent = nullptr);
    [[nodiscard]] Profile profile() const;

Q_SIGNALS:
    /// The profile is saved and can be opened.
    void completed(const QString &profileName);
    /// The practice profile with the bank that the program brings is to be made, or opened if it is there.
    void practiceWanted();
    /// There is a profile already, on another computer. The assistant has closed.
    void bringWanted();

public Q_SLOTS:
    /// Asks first when something would be lost.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makePages(const QString &unfinished);
    [[nodiscard]] QWidget *middle();
    [[nodiscard]] QWidget *footer();
    [[nodiscard]] QWidget *closeQuestion();
    void leaveQuestion();
    [[nodiscard]] SetupPage *current() const;
    [[nodiscard]] bool isBusy() const;
    void goToWhereItWasLeft();
    void goTo(qsizetype place);
    void next();
    void back();
    void goToPoint(const PlacedPoint &placed);
    void showSteps();
    void showKind();
    void touched();
    /// Saves what is there so far, so that the profile's folder is there; its name.
    Result<QString> prepareFolder();
    Result<> save();
    void saveAndFinish();
    void saveUnfinished();
    void say(const Error &error);

    SetupDesk &m_desk;
    PageSet *m_set = nullptr;
    KindPage *m_kind = nullptr;
    SummaryPage *m_summary = nullptr;
    QVBoxLayout *m_layout;
    EnvironmentStripe *m_stripe;
    QStackedWidget *m_stack;
    QList<QLabel *> m_steps;
    Note *m_problem = nullptr;
    QWidget *m_middle = nullptr;
    QWidget *m_footer = nullptr;
    QWidget *m_question = nullptr;
    QPointer<QWidget> m_askedAt; ///< had the keyboard when the question came
    Note *m_questionNote = nullptr;
    HintButton *m_drop = nullptr;
    HintButton *m_saveUnfinished = nullptr;
    HintButton *m_back = nullptr;
    HintButton *m_later = nullptr;
    HintButton *m_next = nullptr;
    HintButton *m_save = nullptr;
    bool m_unsaved = false;
    bool m_keptHere = false; ///< something was saved since the window opened
    bool m_hasFolder = false;
};

} // namespace countersign::ui
