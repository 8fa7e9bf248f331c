#include "ui/widgets/windowlanguage.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

bool isSpoken(QLocale::Language language)
{
    return language == QLocale::English || language == QLocale::Russian;
}

/// The system names its languages in the order of the person's wishes.
QLocale::Language spokenOf(const QLocale &system)
{
    const QStringList wished = system.uiLanguages();
    const auto first = std::find_if(wished.cbegin(), wished.cend(),
                                    [](const QString &name) { return isSpoken(QLocale(name).language()); });
    return first == wished.cend() ? QLocale::English : QLocale(*first).language();
}

QLocale::Language spoken(Language language, const QLocale &system)
{
    switch (language) {
    case Language::system:
        return spokenOf(system);
    case Language::english:
        return QLocale::English;
    case Language::russian:
        return QLocale::Russian;
    }
    return QLocale::English;
}

} // namespace

QLocale windowLocale(Language language, const QLocale &system)
{
    const bool russian = spoken(language, system) == QLocale::Russian;
    if (russian == (system.language() == QLocale::Russian)) return system;
    return russian ? QLocale(QLocale::Russian, QLocale::Russia) : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

void WindowLanguage::use(Language language)
{
    m_chosen = language;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(windowLocale(language, m_system));
    const QString name = spoken(language, m_system) == QLocale::Russian ? u"ru"_s : u"en"_s;
    if (m_ours.load(u":/translations/countersign_%1.qm"_s.arg(name))) QCoreApplication::installTranslator(&m_ours);
    const QString qtTexts = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(u"qtbase_%1"_s.arg(name), qtTexts)) QCoreApplication::installTranslator(&m_qt);
}

} // namespace countersign::ui
