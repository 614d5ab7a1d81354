<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AdministratorForm</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AreasSection</name>
    <message numerus="yes">
        <source>%n new household(s) listed.</source>
        <translation>
            <numerusform>%n new household listed.</numerusform>
            <numerusform>%n new households listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Buildings</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n floor(s)</source>
        <translation>
            <numerusform>%n floor</numerusform>
            <numerusform>%n floors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n to correct</numerusform>
            <numerusform>%n to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <translation>
            <numerusform>%n to explain</numerusform>
            <numerusform>%n to explain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueWords</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %n wrong passwords</source>
        <translation>
            <numerusform>after %n wrong password</numerusform>
            <numerusform>after %n wrong passwords</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message numerus="yes">
        <source>Also retire the %n item(s) the file does not have</source>
        <translation>
            <numerusform>Also retire the %n item the file does not have</numerusform>
            <numerusform>Also retire the %n items the file does not have</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoingsCard</name>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoorsCard</name>
    <message numerus="yes">
        <source>%n household(s) to do</source>
        <translation>
            <numerusform>%n household to do</numerusform>
            <numerusform>%n households to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubleKeyingSection</name>
    <message numerus="yes">
        <source>%n difference(s) to settle.</source>
        <translation>
            <numerusform>%n difference to settle.</numerusform>
            <numerusform>%n differences to settle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doubles</name>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Grids</name>
    <message numerus="yes">
        <source>%n building(s)</source>
        <translation>
            <numerusform>%n building</numerusform>
            <numerusform>%n buildings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HolidaysSection</name>
    <message numerus="yes">
        <source>Saved. The deadlines of %n open matters moved.</source>
        <translation>
            <numerusform>Saved. The deadline of %n open matter moved.</numerusform>
            <numerusform>Saved. The deadlines of %n open matters moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecheckSection</name>
    <message numerus="yes">
        <source>%n household(s) drawn.</source>
        <translation>
            <numerusform>%n household drawn.</numerusform>
            <numerusform>%n households drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rechecks</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message numerus="yes">
        <source>%n rows were not imported.</source>
        <translation>
            <numerusform>%n row was not imported.</numerusform>
            <numerusform>%n rows were not imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateLegend</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n household</numerusform>
            <numerusform>%n households</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n rating(s) today</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message numerus="yes">
        <source>%n change(s) had not been sent yet and could not be handed over.</source>
        <translation>
            <numerusform>%n change had not been sent yet and could not be handed over.</numerusform>
            <numerusform>%n changes had not been sent yet and could not be handed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that were not sent yet were handed over sealed; the supervisor can open them.</source>
        <translation>
            <numerusform>%n change that was not sent yet was handed over sealed; the supervisor can open it.</numerusform>
            <numerusform>%n changes that were not sent yet were handed over sealed; the supervisor can open them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything is kept, also %n change(s) not sent yet. The supervisor opens it with the recovery passphrase; then let it sync.</source>
        <translation>
            <numerusform>Everything is kept, also %n change not sent yet. The supervisor opens it with the recovery passphrase; then let it sync.</numerusform>
            <numerusform>Everything is kept, also %n changes not sent yet. The supervisor opens it with the recovery passphrase; then let it sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet are being handed over, sealed…</source>
        <translation>
            <numerusform>%n change not sent yet are being handed over, sealed…</numerusform>
            <numerusform>%n changes not sent yet are being handed over, sealed…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldsPane</name>
    <message numerus="yes">
        <source>%n field(s) still to choose</source>
        <translation>
            <numerusform>%n field still to choose</numerusform>
            <numerusform>%n fields still to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message numerus="yes">
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n change to send</numerusform>
            <numerusform>%n changes to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removals</source>
        <translation>
            <numerusform>%n removal</numerusform>
            <numerusform>%n removals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToSettleButton</name>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholePane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
