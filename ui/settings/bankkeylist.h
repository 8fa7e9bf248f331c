#pragma once

#include "config/setupdesk.h"
#include "ui/settings/setuppage.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace countersign::ui {

class FileField;

/// The bank's public keys (two while the bank changes its key), each with its fingerprint and, on a live profile, the
/// tick that it was compared with the bank over another channel (threat-model.md Y3).
class BankKeyList final : public QWidget
{
    Q_OBJECT
public:
    explicit BankKeyList(SetupDesk &desk, QWidget *parent = nullptr);
    /// Keys that the profile has already count as compared.
    void setFiles(const QString &profileName, const QStringList &files);
    [[nodiscard]] QStringList files() const;
    void setKind(Environment kind);
    /// Whether a key of a live profile still waits for its comparison.
    [[nodiscard]] bool isComparisonOpen() const;
    void showPoints(const QList<OpenPoint> &points);
    void focusFile();

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        QWidget *frame;
        QString file;
        QString fingerprint;
        QLabel *details;
        QCheckBox *compared;
    };
    void add();
    void addEntry(const QString &file, const Result<KeyDetails> &found, bool compared);
    void removeEntry(const QWidget *frame);
    void say(const QString &sentence);

    SetupDesk &m_desk;
    FileField *m_file;
    QWidget *m_adding;
    QLabel *m_problem;
    QVBoxLayout *m_column;
    QList<Entry> m_entries;
    Environment m_kind = Environment::practice;
    int m_generation = 0; ///< answers about keys of an earlier setFiles() are dropped
};

} // namespace countersign::ui
