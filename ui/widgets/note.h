#pragma once

#include <QFrame>

class QLabel;

namespace countersign::ui {

/// A framed note: a sign, a headline and a sentence. The grade chooses the colours; sign and words say the same.
class Note : public QFrame
{
    Q_OBJECT
public:
    enum class Grade { danger, warn, good, info };

    explicit Note(QWidget *parent = nullptr);
    /// Plain text throughout. An empty `text` shows the headline alone.
    void setContent(Grade grade, const QString &sign, const QString &headline, const QString &text = {});
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString text() const;

private:
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_text;
};

} // namespace countersign::ui
