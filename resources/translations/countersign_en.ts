<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>countersign::ui::BeforeSending</name>
    <message numerus="yes">
        <source>%n things to correct</source>
        <translation>
            <numerusform>%n thing to correct</numerusform>
            <numerusform>%n things to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields to fill in</source>
        <translation>
            <numerusform>%n field to fill in</numerusform>
            <numerusform>%n fields to fill in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings to look at</source>
        <translation>
            <numerusform>%n warning to look at</numerusform>
            <numerusform>%n warnings to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No similar payout in %n days</source>
        <translation>
            <numerusform>No similar payout in %n day</numerusform>
            <numerusform>No similar payout in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ComparisonWords</name>
    <message numerus="yes">
        <source>%n fields of the recipient differ from your request.</source>
        <translation>
            <numerusform>%n field of the recipient differs from your request.</numerusform>
            <numerusform>%n fields of the recipient differ from your request.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ from your request.</source>
        <translation>
            <numerusform>%n field differs from your request.</numerusform>
            <numerusform>%n fields differ from your request.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutListPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RecipientWords</name>
    <message numerus="yes">
        <source>Paid %n times</source>
        <translation>
            <numerusform>Paid %n time</numerusform>
            <numerusform>Paid %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SituationWords</name>
    <message numerus="yes">
        <source>The same request left this computer %n times, last %1</source>
        <translation>
            <numerusform>The same request left this computer %n time, last %1</numerusform>
            <numerusform>The same request left this computer %n times, last %1</numerusform>
        </translation>
    </message>
</context>
</TS>
