#pragma once

#include "config/setupdesk.h"
#include "ui/settings/setuppage.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace countersign::ui {

class FileField;

/// The bank's public keys (two while the bank changes its key), each with its fingerprint and, where there is a bank to
/// call, the tick that it was compared with the bank over another channel (threat-model.md Y3). Our own public key is
/// not taken for one.
class BankKeyList final : public QWidget
{
    Q_OBJECT
public:
    explicit BankKeyList(SetupDesk &desk, QWidget *parent = nullptr);
    /// `compared`: fingerprints of the keys that were compared already.
    void setFiles(const QString &profileName, const QStringList &files, const QStringList &compared);
    [[nodiscard]] QStringList files() const;
    /// Fingerprints of the ticked keys.
    [[nodiscard]] QStringList compared() const;
    void setKind(Environment kind);
    /// The fingerprint of our own public key, which the bank's can't be; empty: not known.
    void setOwnKey(const QString &fingerprint);
    /// What is wrong with the list, in the order in which it is to be mended.
    [[nodiscard]] QList<OpenPoint> openPoints(const QString &ownKey) const;
    void showPoints(const QList<OpenPoint> &points);
    void focusOn(const OpenPoint &point);

Q_SIGNALS:
    void changed();
    /// A key file was read.
    void learned();

private:
    struct Entry
    {
        QWidget *frame;
        QString file;
        QString fingerprint; ///< empty until the file was read, and where it can't be
        QLabel *details;
        QCheckBox *compared;
    };
    void add();
    void take(const QString &file, const Result<KeyDetails> &found);
    void addEntry(const QString &file, const QString &fingerprint);
    void read(const QString &file, const Result<KeyDetails> &found);
    void removeEntry(const QWidget *frame);
    void say(const QString &sentence);
    [[nodiscard]] bool isComparisonOpen() const;

    SetupDesk &m_desk;
    FileField *m_file;
    QWidget *m_adding;
    QLabel *m_problem;
    QVBoxLayout *m_column;
    QList<Entry> m_entries;
    QStringList m_comparedBefore;
    QString m_ownKey;
    Environment m_kind = Environment::practice;
    bool m_comparisonAsked = false; ///< the keyboard was led here to compare a key
    int m_generation = 0;           ///< answers about keys of an earlier setFiles() are dropped
};

} // namespace countersign::ui
