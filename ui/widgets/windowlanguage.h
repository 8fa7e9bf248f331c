#pragma once

#include <QLocale>
#include <QTranslator>

namespace countersign::ui {

/// What View → Language offers. `system` is the first of the system's languages that the program speaks, or English.
enum class Language { system, english, russian };

/// The locale that windows in that language use for dates and numbers: the system's own where its language does not
/// contradict the window's, otherwise one of that language. What it decides is never money: amounts have one form.
[[nodiscard]] QLocale windowLocale(Language language, const QLocale &system);

/// The language of all windows: our texts, Qt's own where they are installed, and the default locale. An application
/// must be there. A window keeps the texts with which it was built; who owns it builds it anew.
class WindowLanguage final
{
public:
    /// What was chosen comes into force for every window that is built from now on.
    void use(Language language);
    [[nodiscard]] Language chosen() const { return m_chosen; }

private:
    const QLocale m_system = QLocale::system();
    QTranslator m_ours;
    QTranslator m_qt;
    Language m_chosen = Language::system;
};

} // namespace countersign::ui
