#pragma once

#include "core/error.h"
#include "ui/models/helptopic.h"

#include <QFrame>

class QLabel;

namespace countersign::ui {

class HelpLink;

/// A framed note: a sign, a headline and a sentence. The grade chooses the colours; sign and words say the same, so
/// that each sign belongs to danger (✕ ‖ ≠ ‼), to warnings (! ? ↩) or to neither.
class Note : public QFrame
{
    Q_OBJECT
public:
    enum class Grade { danger, warn, good, info };

    explicit Note(QWidget *parent = nullptr);
    /// Plain text throughout. An empty `text` shows the headline alone. Takes away the button of what was said before.
    void setContent(Grade grade, const QString &sign, const QString &headline, const QString &text = {});
    /// What was not done, why and what to do about it (errorSentence()), and the page of the help that explains it.
    void setProblem(const QString &headline, const Error &error);
    /// A button below the text that opens a page of the help; none: no button.
    void offerHelp(std::optional<HelpTopic> topic);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString text() const;

private:
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_text;
    QWidget *m_below;
    HelpLink *m_help;
};

} // namespace countersign::ui
