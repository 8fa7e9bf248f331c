#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace countersign::ui {

class HintButton;
class ParagraphEdit;

/// Whether the panel asks for words.
enum class Reason { none, optional, required };

/// Asks, in its place in the window and without stopping anything else, for a written reason before an act: what will
/// happen, a field, the act's own button and a way back. Esc goes back.
class ReasonPanel : public QFrame
{
    Q_OBJECT
public:
    /// `pane`: where long buttons have no room beside each other.
    enum class Place { window, pane };
    explicit ReasonPanel(Place place, QWidget *parent = nullptr);

    /// Reason::required: the act's button stays disabled until something is written.
    void ask(const QString &question, const QString &actWords, Reason reason, bool dangerous);
    void withdraw();

Q_SIGNALS:
    void given(const QString &reason);
    void withdrawn();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateButton();

    QLabel *m_question;
    ParagraphEdit *m_reason;
    HintButton *m_act;
    HintButton *m_back;
    QBoxLayout *m_buttons = nullptr;
    QLabel *m_label;
    QLabel *m_refused; ///< why the latest input was not taken
    Reason m_needed = Reason::none;
    Place m_place;
};

} // namespace countersign::ui
