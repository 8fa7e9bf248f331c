#pragma once

#include "config/setupdesk.h"
#include "ui/settings/setuppage.h"

#include <functional>

class QLabel;
class QLineEdit;
class QRadioButton;

namespace countersign::ui {

class FileField;
class HintButton;
class NewPassword;
class Note;

/// The signing key: create one, or open an existing one; a file in the clear is taken only as a protected copy. Shows
/// fingerprint and length, and hands out the public key. No password stays here longer than its one use.
class KeyPage final : public SetupPage
{
    Q_OBJECT
public:
    /// `prepare` makes the profile's folder before a key is written into it, and tells the profile's name.
    using Prepare = std::function<Result<QString>()>;
    KeyPage(SetupDesk &desk, Prepare prepare, QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;
    void entered(const Profile &profile) override;
    void focusOn(const OpenPoint &point) override;
    bool isBusy() const override;

protected:
    bool shows(ProfileField field) const override;
    void showElsewhere(const QList<OpenPoint> &points) override;

private:
    enum class Panel { have, create, open, adopt };
    [[nodiscard]] QWidget *havePanel();
    [[nodiscard]] QWidget *choicePanel();
    [[nodiscard]] QWidget *createPanel();
    [[nodiscard]] QWidget *openPanel();
    [[nodiscard]] QWidget *adoptPanel();
    void show(Panel panel);
    void showKey();
    void openAgain();
    void openAnother();
    void createKey();
    void openKey();
    void adoptKey();
    void askForPublicFile();
    void savePublicKey(const QString &path);
    /// Where a new key goes: a name in the profile's folder that no file has. Empty: the folder can't be made.
    [[nodiscard]] QString freeKeyFile();
    void have(const QString &file, const KeyDetails &details);
    void setBusy(const QString &what);
    void fails(const Error &error);
    void say(const QString &headline, const QString &text);

    SetupDesk &m_desk;
    Prepare m_prepare;
    QString m_profileName;
    QString m_keyFile;
    QString m_keyFingerprint; ///< as the profile has it, or of the key that was opened
    std::optional<KeyDetails> m_details;

    QWidget *m_have;
    QWidget *m_choice;
    QWidget *m_create;
    QWidget *m_open;
    QWidget *m_adopt;
    Note *m_key = nullptr;
    QLabel *m_fingerprint = nullptr;
    HintButton *m_savePublic = nullptr;
    QLabel *m_saved = nullptr;
    QLabel *m_instructions = nullptr;
    QRadioButton *m_createChoice = nullptr;
    QRadioButton *m_openChoice = nullptr;
    NewPassword *m_newPassword = nullptr;
    NewPassword *m_adoptPassword = nullptr;
    HintButton *m_createButton = nullptr;
    HintButton *m_adoptButton = nullptr;
    FileField *m_file = nullptr;
    QLineEdit *m_password = nullptr;
    Note *m_problem;
    QLabel *m_progress;
};

} // namespace countersign::ui
