#pragma once

#include <QPlainTextEdit>

namespace countersign::ui {

/// A short list, one entry a line. Tab moves on; what is pasted and too long for such a list is refused as a whole.
class LinesEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit LinesEdit(int shownLines, QWidget *parent = nullptr);
    void setLines(const QStringList &lines);
    /// Without empty lines and the spaces around an entry.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    /// Pasted text was not taken; `why` is a whole sentence.
    void refused(const QString &why);

protected:
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace countersign::ui
